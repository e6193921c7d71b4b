/** What the editor of a portfolio sends. Pure. */
import { z } from "zod";
import type { PortfolioItem } from "../../../db/queries/portfolios.ts";

export const MOST_ITEMS = 40;

/** Texts of problems are keys of the feature's messages. */
export const portfolioForm = z.looseObject({
  slug: z.string().trim().toLowerCase().regex(/^[a-z0-9](?:[a-z0-9]|-(?!-)){1,38}[a-z0-9]$/, "errorSlug"),
  headline: z.string().trim().max(120, "errorHeadline").default(""),
  about: z.string().trim().max(3_000, "errorAbout").default(""),
  isPublic: z.literal("on").optional(),
  isListed: z.literal("on").optional(),
});

export type PortfolioForm = z.output<typeof portfolioForm>;

/** A line of the form: its fields are `show:<key>`, `order:<key>` and, for work, `code:<key>`. */
export function keyOf(item: PortfolioItem): string {
  return item.kind === "certificate" ? `certificate:${item.code}` : `work:${item.submissionId}`;
}

/** What was chosen, in the order of the numbers; those without one, and equal ones, as the form had them. */
export function readItems(fields: Readonly<Record<string, unknown>>): PortfolioItem[] {
  const chosen = Object.keys(fields).flatMap((name) => {
    const found = /^show:((certificate|work):([\w-]{1,60}))$/.exec(name);
    if (!found) return [];
    const [, key = "", kind, id = ""] = found;
    const order = Number(fields[`order:${key}`] || MOST_ITEMS * 10);
    const item: PortfolioItem = kind === "certificate" ? { kind, code: id } : { kind: "work", submissionId: id, showsCode: `code:${key}` in fields };
    return [{ item, order: Number.isFinite(order) ? order : MOST_ITEMS * 10 }];
  });
  return chosen.sort((a, b) => a.order - b.order).map(({ item }) => item).slice(0, MOST_ITEMS);
}

/** An address to begin with: the name in plain letters and something random, since two people can have one name. */
export function suggestSlug(name: string, random: string): string {
  const plain = name.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 24).replace(/-+$/, "");
  return [plain, random.toLowerCase().replace(/[^a-z0-9]/g, "")].filter(Boolean).join("-");
}
