import { findPortfolio } from "../../../db/queries/portfolios.ts";
import type { Deps } from "../../deps.server.ts";
import type { SignedInUser } from "../../web/session-keeper.server.ts";
import { listShowable } from "./list-showable.server.ts";
import { keyOf, suggestSlug } from "./portfolio-form.ts";

/** One thing that could be shown. */
export interface EditorLine {
  key: string;
  kind: "certificate" | "lab" | "project";
  title: string;
  courseTitle: string;
  isShown: boolean;
  /** 1-based among what is shown; null for the rest. */
  order: number | null;
  showsCode: boolean;
  mayShowCode: boolean;
}

export interface EditorView {
  slug: string;
  headline: string;
  about: string;
  isPublic: boolean;
  isListed: boolean;
  isSaved: boolean;
  lines: readonly EditorLine[];
}

/** The editor of somebody's portfolio: what is shown first, in its order, then what else there is; of each activity the newest work. */
export async function openEditor(deps: Pick<Deps, "db" | "catalog" | "newId">, { user }: { user: SignedInUser }): Promise<EditorView> {
  const portfolio = await findPortfolio(deps.db, { userId: user.id });
  const { certificates, work } = await listShowable(deps, { userId: user.id });
  const items = portfolio?.items ?? [];
  const shown = new Map(items.map((item, index) => [keyOf(item), { order: index + 1, showsCode: item.kind === "work" && item.showsCode }]));
  const lines: EditorLine[] = certificates.map(({ code, courseTitle }) => buildLine(`certificate:${code}`, "certificate", courseTitle, "", false));
  const seen = new Set<string>();
  for (const { id, kind, course, activity, mayShowCode } of work) {
    const key = `work:${id}`;
    const place = `${course.id}/${activity.id}`;
    if (!shown.has(key) && seen.has(place)) continue;
    seen.add(place);
    lines.push(buildLine(key, kind, activity.title, course.title, mayShowCode));
  }
  const { slug = suggestSlug(user.name, deps.newId().slice(-6)), headline = "", about = "", isPublic = false, isListed = false } = portfolio ?? {};
  return { slug, headline, about, isPublic, isListed, isSaved: portfolio !== null, lines: lines.sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || 0) };

  function buildLine(key: string, kind: EditorLine["kind"], title: string, courseTitle: string, mayShowCode: boolean): EditorLine {
    const place = shown.get(key);
    return { key, kind, title, courseTitle, mayShowCode, isShown: place !== undefined, order: place?.order ?? null, showsCode: place?.showsCode ?? false };
  }
}
