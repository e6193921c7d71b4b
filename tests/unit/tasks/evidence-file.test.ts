import { describe, expect, it } from "vitest";
import { buildAttachmentHeader, checkEvidenceFile, cleanFileName, EVIDENCE_LIMITS } from "../../../app/features/tasks/evidence-file.ts";

const bytes = (text: string) => Buffer.from(text, "latin1");
const PNG = bytes("\x89PNG\r\n\x1a\nrest");

describe("which files are evidence", () => {
  it.each([
    ["photo.png", PNG, "image/png"],
    ["PHOTO.PNG", PNG, "image/png"],
    ["scan.jpg", bytes("\xff\xd8\xff\xe0"), "image/jpeg"],
    ["report.pdf", bytes("%PDF-1.7\n"), "application/pdf"],
    ["notes.txt", Buffer.from("¿Qué tal?"), "text/plain; charset=utf-8"],
    ["table.csv", Buffer.from("=cmd|x,1"), "text/plain; charset=utf-8"],
    ["all.zip", bytes("PK\x03\x04"), "application/zip"],
  ])("%s is taken, with a type from our own list", (name, content, contentType) => {
    expect(checkEvidenceFile({ name, bytes: content })).toEqual({ ok: true, name, contentType });
  });

  it.each([
    ["page.html", Buffer.from("<script>alert(1)</script>"), "type"],
    ["page.xhtml", Buffer.from("<html/>"), "type"],
    ["drawing.svg", Buffer.from("<svg onload='x'/>"), "type"],
    ["app.js", Buffer.from("x"), "type"],
    ["program.exe", bytes("MZ"), "type"],
    ["nothing", Buffer.from("x"), "type"],
    ["photo.png.html", PNG, "type"],
    ["__proto__", Buffer.from("x"), "type"],
    ["x.constructor", Buffer.from("x"), "type"],
    ["photo.png", Buffer.from("<html><script>1</script>"), "mismatch"],
    ["report.pdf", Buffer.from("hello"), "mismatch"],
    ["notes.txt", bytes("\x00\x01binary"), "mismatch"],
    ["notes.txt", bytes("\xff\xfe no UTF-8"), "mismatch"],
    ["photo.png", Buffer.alloc(0), "empty"],
    ["photo.png", Buffer.concat([PNG, Buffer.alloc(EVIDENCE_LIMITS.fileBytes)]), "too-large"],
  ] as const)("%s is refused", (name, content, problem) => {
    expect(checkEvidenceFile({ name, bytes: content })).toEqual({ ok: false, problem });
  });
});

describe("a file's name", () => {
  it.each([
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\me\\photo.png", "photo.png"],
    ["a\u0000b\r\nSet-Cookie: x.txt", "abSet-Cookie x.txt"],
    ["photo\u202egnp.txt", "photognp.txt"],
    ["<img src=x onerror=1>.png", "img src=x onerror=1.png"],
    ["  .. .hidden.txt", "hidden.txt"],
    ["", "file"],
    ["///", "file"],
    ["cafe\u0301.pdf", "caf\u00e9.pdf"],
  ])("%j is kept as %j", (sent, name) => {
    expect(cleanFileName(sent)).toBe(name);
  });

  it("is cut, and keeps its end", () => {
    const name = cleanFileName(`${"🪜".repeat(300)}.pdf`);
    expect([...name]).toHaveLength(EVIDENCE_LIMITS.nameCharacters);
    expect(name.endsWith("🪜.pdf")).toBe(true);
  });

  it("cannot break out of its header", () => {
    const header = buildAttachmentHeader("a\"b';\r\nX: y é.pdf");
    expect(header).toBe("attachment; filename=\"a_b';__X: y _.pdf\"; filename*=UTF-8''a%22b%27%3B%0D%0AX%3A%20y%20%C3%A9.pdf");
    expect(header).not.toMatch(/[\r\n]/);
  });
});
