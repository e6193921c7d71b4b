import { describe, expect, it } from "vitest";
import { nameActor, readActor } from "../../../app/features/accounts/act-as.ts";

describe("the person in an address", () => {
  it.each([
    ["/courses/a/b/c/draft", "/courses/a/b/c/draft?as=tag"],
    ["/courses/a/b/c/answers?attempt=x", "/courses/a/b/c/answers?attempt=x&as=tag"],
    ["/courses/a/b/c?as=other#part", "/courses/a/b/c?as=tag#part"],
  ])("%s becomes %s and is read back", (address, named) => {
    expect(nameActor(address, "tag")).toBe(named);
    expect(readActor(`https://learn.example.org${named}`)).toBe("tag");
  });

  it("is nobody for visitors and plain addresses", () => {
    expect(nameActor("/search?q=a", null)).toBe("/search?q=a");
    expect(readActor("https://learn.example.org/search?q=a")).toBeNull();
  });
});
