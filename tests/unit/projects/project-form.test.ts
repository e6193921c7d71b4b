import { describe, expect, test } from "vitest";
import { handInForm } from "../../../app/features/projects/project-form.ts";

const parse = (fields: Record<string, string>) => handInForm.safeParse({ idempotencyKey: "key-12345", ...fields });

describe("the link of a hand-in", () => {
  test.each(["https://example.org/my/work", "http://localhost:8080/x?y=1#z", "  https://example.org  "])("takes %j", (link) => {
    expect(parse({ link }).data?.link).toBe(new URL(link.trim()).href);
  });

  test.each([
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "file:///etc/passwd", "ftp://example.org",
    "//example.org", "/x", "example.org", "https://", "https://bank.example@evil.example/", "https://user:word@example.org", "blob:https://example.org/1", "https://exa mple.org",
  ])("refuses %j", (link) => {
    expect(parse({ link }).success).toBe(false);
  });

  test("may be left out", () => {
    expect(parse({}).data).toEqual({ link: null, message: null, idempotencyKey: "key-12345" });
    expect(parse({ link: "", message: "  " }).data).toEqual({ link: null, message: null, idempotencyKey: "key-12345" });
  });
});

test("the message keeps its lines and nothing of the browser's line ends", () => {
  expect(parse({ message: "one\r\ntwo " }).data?.message).toBe("one\ntwo");
  expect(parse({ message: "x".repeat(5_001) }).success).toBe(false);
});
