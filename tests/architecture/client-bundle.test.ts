import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRealBuild } from "../helpers/serve-app.ts";

const CLIENT = fileURLToPath(new URL("../../build/client/assets/", import.meta.url));
/** Words that only code of the server has. */
const SERVER_ONLY = [
  "better-sqlite3", "drizzle", "isolated-vm", "near-membrane", "@node-rs/argon2", "lucia", "BEGIN IMMEDIATE", "DATABASE_FILE", "passwordHash", "password_hash", "testHash", "test_hash",
  "node:fs", "node:crypto", "node:child_process", "climb-one-rung", "solution/", "tests/hidden",
];
/** Monaco and TypeScript are not ours, and large: their own words would mislead. */
const FOREIGN = /^(monaco-editor|editor\.worker|ts\.worker|tsMode|typescript|javascript|python|sql|shell|codicon)/;

let scripts: { name: string; text: string }[];
beforeAll(async () => {
  await loadRealBuild();
  scripts = readdirSync(CLIENT).filter((name) => name.endsWith(".js")).map((name) => ({ name, text: readFileSync(CLIENT + name, "utf8") }));
});

describe("what browsers load", () => {
  it("has no code of the server", () => {
    const found = scripts.filter(({ name }) => !FOREIGN.test(name)).flatMap(({ name, text }) => SERVER_ONLY.filter((word) => text.includes(word)).map((word) => `${name}: ${word}`));
    expect(scripts.length).toBeGreaterThan(20);
    expect(found).toEqual([]);
  });

  it("is Monaco only where an editor asks for it", () => {
    const eager = scripts.filter(({ name, text }) => !FOREIGN.test(name) && /(^|[;}])import[^(]*from?"\.\/monaco-editor/.test(text));
    expect(eager.map(({ name }) => name)).toEqual([]);
  });

  it("evaluates no text and fetches nothing from elsewhere", () => {
    const ours = scripts.filter(({ name }) => !FOREIGN.test(name));
    expect(ours.filter(({ text }) => /\beval\(|new Function\(/.test(text)).map(({ name }) => name)).toEqual([]);
    expect(ours.filter(({ text }) => /(fetch|import)\(["'`]https?:/.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
