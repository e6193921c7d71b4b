import { describe, expect, it, vi } from "vitest";
import { createCodeDocument } from "../../../app/ui/code-editor/code-document.ts";

const files = [{ path: "a.js", text: "one\r\ntwo", readOnly: false }, { path: "data.txt", text: "given", readOnly: true }];

describe("a document that two editors share", () => {
  it("has line ends of one kind", () => {
    expect(createCodeDocument(files).getText("a.js")).toBe("one\ntwo");
  });

  it("tells of changes, and not of the same text again", () => {
    const document = createCodeDocument(files);
    const heard = vi.fn<() => void>();
    const stop = document.subscribe(heard);
    document.setText("a.js", "x");
    document.setText("a.js", "x");
    stop();
    document.setText("a.js", "y");
    expect([heard.mock.calls.length, document.revision()]).toEqual([1, 2]);
  });

  it("tells once of several files", () => {
    const document = createCodeDocument([...files, { path: "b.js", text: "", readOnly: false }]);
    const heard = vi.fn<() => void>();
    document.subscribe(heard);
    document.setTexts({ "a.js": "1", "b.js": "2" });
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("leaves read-only and unknown files as they are", () => {
    const document = createCodeDocument(files);
    document.setTexts({ "data.txt": "changed", "new.js": "x" });
    expect([document.getText("data.txt"), document.getText("new.js"), document.writableTexts()]).toEqual(["given", "", { "a.js": "one\ntwo" }]);
  });
});
