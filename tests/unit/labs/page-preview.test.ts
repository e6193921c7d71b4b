import { describe, expect, it } from "vitest";
import { buildPreview, readPreviewNote } from "../../../app/features/labs/page-preview.ts";

describe("a page as one document", () => {
  it("has its scripts and style sheets in it, under their names", () => {
    const page = buildPreview({ "index.html": '<head><link rel="stylesheet" href="./a.css" media="print"></head><body><script type="module" src="list.js"></script></body>', "a.css": "p{}", "list.js": "go()" });
    expect(page).toBe('<head><style media="print">p{}</style></head><body><script type="module">go()\n//# sourceURL=list.js\n</script></body>');
  });
  it("keeps deferred scripts until the page is there", () => {
    const page = buildPreview({ "index.html": "<head><script defer src='a.js'></script></head><body><p>x</p></body>", "a.js": "go()" });
    expect(page).toBe("<head></head><body><p>x</p><script defer>go()\n//# sourceURL=a.js\n</script></body>");
  });
  it("lets nothing of a file end its element", () => {
    const page = buildPreview({ "index.html": '<script src="a.js"></script><link href="a.css" rel="stylesheet">', "a.js": 'x = "</SCRIPT><!--"', "a.css": "/* </style> */" });
    expect(page?.match(/<\/script/gi)).toHaveLength(1);
    expect(page?.match(/<\/style/gi)).toHaveLength(1);
    expect(page).not.toContain("<!--");
  });
  it("leaves links to anything else as they are", () => {
    const text = '<script src="https://example.org/x.js"></script><script src="__proto__"></script><link rel="icon" href="a.css"><img src="photo.png">';
    expect(buildPreview({ "index.html": text, "a.css": "" })).toBe(text);
  });
  it("has pictures that are text", () => {
    expect(buildPreview({ "index.html": '<img alt="Box" src="box.svg">', "box.svg": '<svg width="1"/>' })).toBe('<img alt="Box" src="data:image/svg+xml,%3Csvg%20width%3D%221%22%2F%3E">');
  });
  it("is nothing without a page", () => expect(buildPreview({ "a.js": "" })).toBeNull());
});

describe("what a page says", () => {
  it("is read field by field and cut", () => {
    expect(readPreviewNote({ kind: "error", message: "x".repeat(900), path: "a.js", line: 3, html: "<b>" })).toEqual({ kind: "error", message: "x".repeat(500), path: "a.js", line: 3 });
    expect(readPreviewNote({ kind: "log", message: "hi", path: {}, line: -1 })).toEqual({ kind: "log", message: "hi", path: null, line: null });
  });
  it("is nothing when it has another shape", () => {
    for (const data of [null, "error", { kind: "other", message: "x" }, { kind: "log", message: { toString: () => "x" } }]) expect(readPreviewNote(data)).toBeNull();
  });
});
