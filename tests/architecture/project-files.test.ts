import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const files = execFileSync("git", ["ls-files"], { cwd: ROOT, encoding: "utf8" }).split("\n").filter((file) => file !== "" && existsSync(ROOT + file));
const read = (file: string) => readFileSync(ROOT + file, "utf8");
const isText = (file: string) => /\.(c?js|mjs|m?ts|tsx|json|md|css|ya?ml|txt|svg|html)$|^\.ci\/|^\.npmrc$/.test(file);
const isOurs = (file: string) => /^(app|bin|db|sandbox|bench|tests)\//.test(file) || !file.includes("/");

describe("files", () => {
  it("are named after what they are for: no bags", () => {
    const bags = files.filter((file) => isOurs(file) && /(^|\/)(utils?|misc|common|lib|shared|stuff|helpers?)(\.server|\.client)?(\.tsx?|\.mjs)?(\/|$)/.test(file) && !file.startsWith("tests/helpers/"));
    expect(bags).toEqual([]);
  });

  it("name no place of one machine", () => {
    // The folders of people's homes and of work trees; content and fixtures speak of made-up machines, and so do the shell and
    // Python, whose homes are in the sandbox.
    const places = files.filter((file) => isText(file) && isOurs(file) && !file.startsWith("tests/") && /(^|[\s"'`(=])\/(home(?!\/(user|rung)\b)|Users|root|work|private)\/[a-z]/.test(read(file)));
    expect(places).toEqual([]);
  });

  it("of the lockfile name no address to download from", () => {
    expect(read("package-lock.json")).not.toMatch(/"resolved"|https?:\/\/[^"]*registry/);
  });
});

describe("the README", () => {
  const readme = read("README.md");
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };

  it("names scripts that exist", () => {
    const named = [...readme.matchAll(/npm (?:run (?:-s )?([a-z][a-z:-]*)|(start|test))\b/g)].map(([, run, short]) => run ?? short ?? "");
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("leads to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = ""]) => path);
    expect(links.filter((path) => !existsSync(ROOT + path))).toEqual([]);
  });
});

describe("scripts", () => {
  it("run programs that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const programs = Object.values(scripts).flatMap((script) => script.match(/\S+\.(mjs|ts|cjs)\b/g) ?? []);
    expect(programs.filter((program) => !existsSync(ROOT + program))).toEqual([]);
  });
});
