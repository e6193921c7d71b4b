import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSafePath, createPathSupply } from "../../../app/features/exports/safe-path.ts";

describe("a path of an archive", () => {
  it.each([
    ["src/app.js", "src/app.js"],
    ["../../etc/passwd", "_/_/etc/passwd"],
    ["/etc/passwd", "etc/passwd"],
    ["..\\..\\windows\\x", "_/_/windows/x"],
    ["C:\\x", "C_/x"],
    ["a/./b//c", "a/b/c"],
    ["nul.txt", "_nul.txt"],
    ["name. ", "name"],
    ["a\u0000b\u202egnp.exe", "a_b_gnp.exe"],
    ["", "_"],
    ["/", "_"],
    ["ñandú/日本.txt", "ñandú/日本.txt"],
  ])("%j becomes %j", (path, safe) => expect(buildSafePath(path)).toBe(safe));

  it("never leaves the archive, whatever it was", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("..", ".", "/", "\\", "a", ":", "\u0000", " ", "\u202e", "con", "é", "\ud800"), { maxLength: 12 }), (pieces) => {
        const path = pieces.join("");
        const parts = buildSafePath(path).split("/");
        expect(parts.every((part) => part !== "" && part !== "." && part !== ".." && !/[\\:\u0000]/.test(part))).toBe(true);
      }),
    );
  });

  it("is given once, also where large and small letters are the same", () => {
    const supply = createPathSupply();
    expect([supply("a/b.txt"), supply("A/B.txt"), supply("a/b.txt"), supply("a/.env"), supply("a/.env"), supply("a")]).toEqual(["a/b.txt", "A/B (2).txt", "a/b (3).txt", "a/.env", "a/.env (2)", "a"]);
  });
});
