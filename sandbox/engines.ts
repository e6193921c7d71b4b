/** The engines that this build has, and which language goes to which. */
import type { EngineKind, Language } from "./contract.ts";
import type { EngineDescription } from "./engine.ts";
import { description as bash } from "./languages/bash/describe.ts";
import { description as javascript } from "./languages/javascript/describe.ts";
import { description as python } from "./languages/python/describe.ts";
import { description as sql } from "./languages/sql/describe.ts";
import { description as types } from "./languages/types/describe.ts";
import { description as web } from "./languages/web/describe.ts";

const DESCRIPTIONS: readonly EngineDescription[] = [javascript, python, sql, bash, web, types];

export const ENGINES: ReadonlyMap<EngineKind, EngineDescription> = new Map(DESCRIPTIONS.map((one) => [one.kind, one]));

/** The engine that grades `language`; undefined when this build has none. */
export function findEngine(language: Language): EngineDescription | undefined {
  return DESCRIPTIONS.find((one) => one.languages.includes(language));
}
