/** What Lighthouse says of one page, as somebody who is signed in sees it on a phone. */
import lighthouse from "lighthouse";

export type Category = "performance" | "accessibility" | "best-practices" | "seo";

export interface PageAudit {
  /** 0 to 100. */
  scores: Partial<Record<Category, number>>;
  /** What cost points: audit, what it found, and where. */
  failures: string[];
  /** Milliseconds, as a middling phone would need them, and shifts of the layout. Empty without `performance`. */
  metrics: Record<string, number>;
}

/** @param options.port where a Chromium listens for its debugging protocol */
export async function auditPage(url: string, { port, cookie, categories }: { port: number; cookie: string; categories: readonly Category[] }): Promise<PageAudit> {
  const run = await lighthouse(url, { port, output: "json", logLevel: "error", onlyCategories: [...categories], extraHeaders: { Cookie: cookie } });
  if (!run) throw new Error(`Lighthouse said nothing of ${url}.`);
  const { lhr } = run;
  if (lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${lhr.runtimeError.message}`);
  if (lhr.finalDisplayedUrl !== url) throw new Error(`${url} leads to ${lhr.finalDisplayedUrl}.`);
  const found = Object.values(lhr.categories);
  const weighed = found.flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  const failures = weighed.flatMap(({ id }) => {
    const audit = lhr.audits[id];
    if (!audit || audit.score === null || audit.score >= 0.9) return [];
    const items = audit.details && "items" in audit.details ? audit.details.items : [];
    return [`${id}: ${audit.title} ${audit.displayValue ?? ""} ${JSON.stringify(items).slice(0, 400)}`];
  });
  const metrics = ["first-contentful-paint", "largest-contentful-paint", "speed-index", "total-blocking-time", "cumulative-layout-shift"]
    .flatMap((id): [string, number][] => (lhr.audits[id]?.numericValue === undefined ? [] : [[id, lhr.audits[id].numericValue]]));
  return { scores: Object.fromEntries(found.map(({ id, score }) => [id, Math.round((score ?? 0) * 100)])), failures, metrics: Object.fromEntries(metrics) };
}
