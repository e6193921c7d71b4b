/** Exercism tracks for tests: copies of the small ones under `tests/fixtures/exercism`, with changes. */
import { cp, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { changeContent, makeFolder, type Changes } from "./content-folder.ts";

export const TRACKS = resolve(import.meta.dirname, "../fixtures/exercism");

/** @param changes paths from the track's folder */
export async function makeTrack(slug: "javascript" | "typescript" | "python" | "bash", changes: Changes = {}): Promise<string> {
  const root = await makeFolder();
  await cp(join(TRACKS, slug), root, { recursive: true });
  await changeContent(root, changes);
  return root;
}

/** A track's `config.json` after `change`. */
export async function changeTrackConfig(slug: string, change: (config: { exercises: Record<"concept" | "practice", unknown[]> } & Record<string, unknown>) => void): Promise<string> {
  const config = JSON.parse(await readFile(join(TRACKS, slug, "config.json"), "utf8")) as Parameters<typeof change>[0];
  change(config);
  return JSON.stringify(config);
}
