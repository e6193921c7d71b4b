import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { IntlMessageFormat } from "intl-messageformat";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { users } from "../../db/schema.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { listRoutes, makeWorld, type Role, type World } from "./world.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** In this order the first who may open an address opens it; visitors open every page that is public besides. */
const READERS: readonly Role[] = ["learner", "instructor", "grader", "administrator"];

interface Node {
  type: number;
  value?: string;
  options?: Record<string, { value: Node[] }>;
  children?: Node[];
}
const [LITERAL, SELECT, PLURAL, TAG] = [0, 5, 6, 8];

/** Pieces of a text that stand on a page as they are: between values, tags and forms of a plural. */
function listPieces(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ type, value, options, children }) => {
    if (type === LITERAL) return [value ?? ""];
    if (type === SELECT || type === PLURAL) return Object.values(options ?? {}).flatMap((option) => listPieces(option.value));
    return type === TAG ? listPieces(children ?? []) : [];
  });
}

const squash = (text: string) => text.replace(/\s+/g, " ").trim();

/** Pieces of more than two words of English texts, and where each is from. What Spanish texts have too is no leftover. */
async function listEnglishPieces(): Promise<Map<string, string>> {
  const pieces = new Map<string, string>();
  let spanish = "";
  for (const file of globSync("app/**/*.ts", { cwd: PROJECT }).sort()) {
    if (file === "app/i18n/messages.ts" || !/defineMessages\(/.test(readFileSync(`${PROJECT}${file}`, "utf8"))) continue;
    const exported: Record<string, unknown> = await import(`${PROJECT}${file}`);
    for (const catalog of Object.values(exported)) {
      if (typeof catalog !== "object" || catalog === null || !("en" in catalog) || !("es" in catalog)) continue;
      spanish += Object.values(catalog.es as Record<string, string>).map(squash).join("\n");
      for (const [key, text] of Object.entries(catalog.en as Record<string, string>)) {
        for (const piece of listPieces(new IntlMessageFormat(text, "en").getAst() as Node[]).map(squash)) if ((piece.match(/\p{L}+/gu) ?? []).length > 2) pieces.set(piece, `${file} ${key}`);
      }
    }
  }
  return new Map([...pieces].filter(([piece]) => !spanish.includes(piece)));
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#x27;": "'", "&#39;": "'", "&nbsp;": " " };

/** What people read and hear of a page: its markup without scripts, which hold data that pages put into words. */
function readAloud(html: string): string {
  return squash(html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, " ").replace(/<!--.*?-->/g, "").replace(/&(?:amp|lt|gt|quot|nbsp|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity));
}

let build: ServerBuild;
let world: World;
let english: Map<string, string>;
const inSpanish = { "Accept-Language": "es" };

beforeAll(async () => {
  [build, english] = await Promise.all([loadRealBuild(), listEnglishPieces()]);
  world = await makeWorld(build);
  await world.deps.db.write(async (tx) => void (await tx.update(users).set({ language: "es" })));
});
afterAll(() => world?.close());

function findLeftovers(text: string): string[] {
  const read = readAloud(text);
  return [...english].filter(([piece]) => read.includes(piece)).map(([piece, from]) => `${from}: ${piece}`);
}

const addressesOf = (wanted: (route: ReturnType<typeof listRoutes>[number]) => boolean) => listRoutes(build).filter(wanted).flatMap(({ pattern }) => ADDRESSES[pattern] ?? []);

describe("with Spanish chosen", () => {
  it("the catalogs have enough English to look for", () => expect(english.size).toBeGreaterThan(1_000));

  it("a leftover would be found, in words and in attributes", () => {
    const [[piece = ""] = []] = english;
    expect(findLeftovers(`<p title="x ${piece}">`)).toHaveLength(1);
    expect(findLeftovers("<p>Hola</p>")).toEqual([]);
  });

  it("no page has English left", async () => {
    const left: string[] = [];
    for (const address of addressesOf(({ hasPage }) => hasPage)) {
      const opened: Role[] = [];
      for (const role of [...READERS, "visitor"] as const) {
        if (role !== "visitor" && opened.length > 0) continue;
        const response = await world.send(role, "GET", address, { headers: inSpanish });
        const text = await response.text();
        if (response.status === 200) opened.push(role);
        // Errors are pages too; who has nothing to look for there sees the same one everywhere.
        if (!response.headers.get("Content-Type")?.includes("text/html")) continue;
        if (!text.includes("<html lang=\"es\"")) left.push(`${role} ${address}: not marked as Spanish`);
        left.push(...findLeftovers(text).map((leftover) => `${role} ${address}: ${leftover}`));
      }
    }
    expect([...new Set(left)]).toEqual([]);
  });

  it("nothing that a form is answered has English left", async () => {
    const left: string[] = [];
    for (const address of addressesOf(({ hasAction }) => hasAction).filter((one) => one !== "/sign-out" && one !== "/language")) {
      for (const role of [...READERS, "visitor"] as const) {
        const response = await world.send(role, "POST", address, { headers: inSpanish, body: new URLSearchParams({ intent: "hand-in" }) });
        const text = await response.text();
        if (response.status !== 404) left.push(...findLeftovers(text).map((leftover) => `${role} ${address}: ${leftover}`));
      }
    }
    expect([...new Set(left)]).toEqual([]);
  });
});
