import { describe, expect, it } from "vitest";
import { formatText, findFormatter } from "../../../app/ui/code-editor/format-text.ts";
import { buildReplacement } from "../../../app/ui/code-editor/replace-text.ts";
import { tidyText } from "../../../app/ui/code-editor/tidy-text.ts";

describe("tidying Python", () => {
  it("takes away spaces at the ends of lines and gives the file one end", () => {
    expect(tidyText("a = 1  \n\nb = 2\t\n\n\n", "python")).toBe("a = 1\n\nb = 2\n");
    expect(tidyText("", "python")).toBe("");
  });
  it("leaves what stands in strings alone", () => {
    const text = 'a = """x  \n\ty  \n"""\nb = \'it\\\'s  \'\nc = "one \\\n  two"\n# it\'s a comment\nd = r"\\"\n';
    expect(tidyText(text, "python")).toBe(text);
  });
  it("makes spaces of tabs where all of the file is tabs", () => {
    expect(tidyText('def f():\n\tif x:\n\t\treturn """\n\tkept"""\n', "python")).toBe('def f():\n    if x:\n        return """\n\tkept"""\n');
    expect(tidyText("def f():\n\tif x:\n        return 1\n", "python")).toBe("def f():\n\tif x:\n        return 1\n");
  });
  it("changes nothing in a text whose quotes are open", () => {
    for (const text of ['a = """x  \n', "a = 'x  \nb = 1  \n"]) expect(tidyText(text, "python")).toBe(text);
  });
});

describe("tidying shell scripts", () => {
  it("takes away spaces at the ends of lines", () => {
    expect(tidyText("echo a  \nif x; then \n  y\t\nfi\n\n", "shell")).toBe("echo a\nif x; then\n  y\nfi\n");
  });
  it("leaves strings, here-documents and escaped spaces alone", () => {
    for (const text of ["cat <<EOF\nkeep  \nEOF\n", "cat <<-'X Y'\n\tkeep  \n\tX Y\n", "echo 'a  \nb'\n", 'echo "a  \n$(x "y  \n")"\n', "ls my\\ \necho done\n", "x=$'it\\'s  \n'\n"]) expect(tidyText(text, "shell")).toBe(text);
  });
  it("goes on after a here-document, a comment with a quote, and case", () => {
    expect(tidyText("cat <<A <<B\n1  \nA\n2  \nB\necho x  \n# don't  \ncase $1 in a) echo;; esac  \necho ${#x}  \n", "shell")).toBe("cat <<A <<B\n1  \nA\n2  \nB\necho x\n# don't\ncase $1 in a) echo;; esac\necho ${#x}\n");
  });
  it("changes nothing in a text whose quotes or here-documents are open", () => {
    for (const text of ["echo 'a  \n", "cat <<EOF\nx  \n", 'echo "$(x  \n']) expect(tidyText(text, "shell")).toBe(text);
  });
});

describe("formatting", () => {
  it("lays SQL out and leaves what it can't read", async () => {
    expect(await formatText("a.sql", "select a,b from t where x=1")).toBe("select\n  a,\n  b\nfrom\n  t\nwhere\n  x = 1\n");
    expect(await formatText("a.sql", "select (")).toBe("select (");
  });
  it("knows who can do it", () => {
    expect(["a.js", "a.html", "a.py", "a.sh", "a.sql", "a.log"].map(findFormatter)).toEqual(["monaco", "monaco", "own", "own", "own", null]);
  });
  it("replaces only what differs and keeps the cursor beside its neighbours", () => {
    const change = buildReplacement("a  \nb\n", "a\nb\n", { start: 4, end: 5 });
    expect(change).toEqual({ from: 1, to: 3, insert: "", start: 2, end: 3 });
    expect(buildReplacement("a", "a", { start: 0, end: 0 })).toBeNull();
  });
});
