import { findPortfolioBySlug } from "../../../db/queries/portfolios.ts";
import { findSubmission } from "../../../db/queries/submissions.ts";
import { findUser } from "../../../db/queries/users.ts";
import { highlightCode } from "../../catalog/highlight-code.server.ts";
import type { Files } from "../../catalog/catalog.ts";
import type { Deps } from "../../deps.server.ts";
import { listShowable } from "./list-showable.server.ts";

const MOST_FILES = 12;
const MOST_LINES = 400;
/** Of all code of one page: what is beyond is said and not shown. */
const MOST_CHARACTERS = 120_000;

export interface ShownFile {
  path: string;
  /** Safe HTML, line by line. */
  lines: readonly string[];
  /** 0 usually. */
  linesLeftOut: number;
}

export type ShownItem =
  | { kind: "certificate"; code: string; title: string; issuer: string; at: Date }
  | { kind: "lab" | "project"; id: string; title: string; courseTitle: string; at: Date; /** Null: the title only. */ files: readonly ShownFile[] | null; filesLeftOut: number };

export interface PortfolioView {
  name: string;
  headline: string;
  about: string;
  isPublic: boolean;
  isListed: boolean;
  isOwn: boolean;
  items: readonly ShownItem[];
}

/**
 * A portfolio by its address; null when there is none, or when it is switched off and somebody else asks. What it names is
 * looked up again each time: work that is the owner's and sound, code only while its course allows it.
 */
export async function openPortfolio(deps: Pick<Deps, "db" | "catalog">, { slug, viewerId }: { slug: string; viewerId: string | null }): Promise<PortfolioView | null> {
  const portfolio = await findPortfolioBySlug(deps.db, { slug });
  const owner = portfolio && (await findUser(deps.db, { userId: portfolio.userId }));
  const isOwn = portfolio?.userId === viewerId;
  if (!portfolio || !owner || (!portfolio.isPublic && !isOwn)) return null;
  const { certificates, work } = await listShowable(deps, { userId: owner.id });
  const items: ShownItem[] = [];
  let room = MOST_CHARACTERS;
  for (const item of portfolio.items) {
    if (item.kind === "certificate") {
      const certificate = certificates.find(({ code }) => code === item.code);
      if (certificate) items.push({ kind: "certificate", code: item.code, title: certificate.courseTitle, issuer: certificate.issuer, at: certificate.issuedAt });
      continue;
    }
    const found = work.find(({ id }) => id === item.submissionId);
    if (!found) continue;
    const files = item.showsCode && found.mayShowCode ? ((await findSubmission(deps.db, { id: found.id, userId: owner.id }))?.files ?? {}) : null;
    const code = files && (await showFiles(files, room));
    room -= code?.characters ?? 0;
    items.push({ kind: found.kind, id: found.id, title: found.activity.title, courseTitle: found.course.title, at: found.createdAt, files: code?.shown ?? null, filesLeftOut: code?.leftOut ?? 0 });
  }
  const { headline, about, isPublic, isListed } = portfolio;
  return { name: owner.name, headline, about, isPublic, isListed, isOwn, items };
}

async function showFiles(files: Files, room: number): Promise<{ shown: ShownFile[]; leftOut: number; characters: number }> {
  const shown: ShownFile[] = [];
  let characters = 0;
  const all = Object.entries(files);
  for (const [path, text] of all.slice(0, MOST_FILES)) {
    if (characters + text.length > room) continue;
    characters += text.length;
    const { lines, linesLeftOut } = await highlightCode(text, path);
    shown.push({ path, lines: lines.slice(0, MOST_LINES).map(({ html }) => html), linesLeftOut: linesLeftOut + Math.max(0, lines.length - MOST_LINES) });
  }
  return { shown, leftOut: all.length - shown.length, characters };
}
