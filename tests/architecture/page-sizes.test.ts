import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRealBuild } from "../helpers/serve-app.ts";

const CLIENT = fileURLToPath(new URL("../../build/client/", import.meta.url));
const LIMIT_BYTES = 130_000;
/** Without the editor, which comes when the instructions are there. */
const LAB_LIMIT_BYTES = 192_000;
const ACTIVITY = "routes/courses_.$courseId_.$moduleId.$activityId";
const MONACO = /monaco-editor|editor\.worker|ts\.worker/;

let build: ServerBuild;
let names: string[];
beforeAll(async () => {
  build = await loadRealBuild();
  names = readdirSync(`${CLIENT}assets`);
});

/** The scripts that a page loads before it is alive: of the entry, the frame and the route, with all that they import. */
function listScripts(route: string, ...onDemand: RegExp[]): string[] {
  const { entry, routes } = build.assets;
  const modules = [entry, routes.root, routes[route]].flatMap((part) => (part ? [part.module, ...(part.imports ?? [])] : []));
  const later = onDemand.map((pattern) => `/assets/${names.find((name) => pattern.test(name)) ?? `nothing fits ${pattern}`}`);
  return [...withImports([...modules, ...later])].sort();
}

function withImports(paths: readonly string[], found = new Set<string>()): Set<string> {
  for (const path of paths) {
    if (found.has(path)) continue;
    found.add(path);
    const statics = [...read(path).matchAll(/(?:^|[;}\s])(?:import|export)(?:[^"'()]*?from)?\s*["']\.\/([\w.-]+\.js)["']/g)];
    withImports(statics.map(([, name]) => `/assets/${name}`), found);
  }
  return found;
}

function read(path: string): string {
  return readFileSync(CLIENT + path.replace(/^\//, ""), "utf8");
}

/** Bytes as they go over the network: the copy that the build compressed; small files as they are. */
function sentBytes(path: string): number {
  const file = CLIENT + path.replace(/^\//, "");
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

/** By size, so that a failure says what to look at. */
function weigh(scripts: readonly string[]): { totalBytes: number; largest: string[] } {
  const sizes = scripts.map((path) => ({ path, bytes: sentBytes(path) })).sort((one, other) => other.bytes - one.bytes);
  return { totalBytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0), largest: sizes.slice(0, 8).map(({ path, bytes }) => `${bytes} ${path}`) };
}

describe("compressed scripts of a page", () => {
  it.each([
    ["a lesson", LIMIT_BYTES, ACTIVITY, []],
    ["the dashboard", LIMIT_BYTES, "routes/today", []],
    ["a lab before its editor", LAB_LIMIT_BYTES, ACTIVITY, [/^lab-page-.*\.js$/]],
  ] as const)("of %s are at most %i bytes", (_page, limitBytes, route, onDemand) => {
    const scripts = listScripts(route, ...onDemand);
    const { totalBytes, largest } = weigh(scripts);
    expect(scripts.length).toBeGreaterThan(5);
    expect(totalBytes, largest.join("\n")).toBeLessThanOrEqual(limitBytes);
  });

  it("hold no Monaco: not on lessons, not on the dashboard, and on labs only when the instructions are there", () => {
    for (const scripts of [listScripts(ACTIVITY), listScripts("routes/today"), listScripts(ACTIVITY, /^lab-page-.*\.js$/)]) {
      expect(scripts.filter((path) => MONACO.test(path) || /MonacoEnvironment/.test(read(path)))).toEqual([]);
    }
  });

  it("leave the desks and forms of other kinds out of a lesson", () => {
    expect(listScripts(ACTIVITY).filter((path) => /\/(lab|project|quiz|survey|task)-page-/.test(path))).toEqual([]);
  });
});
