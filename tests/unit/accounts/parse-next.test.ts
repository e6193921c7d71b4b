import { describe, expect, it } from "vitest";
import { parseNext } from "../../../app/features/accounts/parse-next.ts";

describe("where to go after signing in", () => {
  it.each(["/courses", "/courses/basics?tab=2#start", "/submissions/abc"])("keeps the local path %s", (next) => {
    expect(parseNext(next)).toBe(next);
  });

  it.each([
    "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\\/evil.example", "https://evil.example", "http:evil.example",
    "javascript:alert(1)", "data:text/html,x", "evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example",
    "/./\\evil.example", "/..//evil.example", "/.//evil.example", "/\u0000", "@evil.example", "", "?x", "#x",
  ])("refuses %j", (next) => {
    expect(parseNext(next)).toBe("/today");
  });

  it.each([null, undefined])("has a place to go without one: %s", (next) => {
    expect(parseNext(next)).toBe("/today");
  });

  it("does not come back to the sign-in page", () => {
    expect(parseNext("/sign-in?next=/x")).toBe("/today");
  });
});
