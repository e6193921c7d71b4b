/** Web labs through the real sandbox: what a page can do, what its tests can, and what is said when something is wrong. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeResult, Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createSandbox({ workers: 2, languages: [] });
  await sandbox.ready(["web"]);
});
afterAll(async () => {
  await sandbox.close(0);
});

const page = (body: string, head = ""): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Lab</title>${head}</head>
<body>${body}</body>
</html>`;

async function grade(files: Record<string, string>, ...tests: string[]): Promise<GradeResult> {
  const answer = await sandbox.grade({ language: "web", files, tests: tests.map((text, i) => ({ path: `${i + 1}.test.js`, text, group: i === 0 ? "visible" : "hidden" })) });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
/** What kept a run from passing, which should be nothing. */
function listProblems(result: GradeResult): unknown[] {
  return [...result.tests.filter((test) => test.status !== "passed"), ...(result.outcome === "passed" ? [] : [result.outcome, result.message])];
}

describe("a page", () => {
  it("has its elements, linked and inline styles, and scripts in the order of a browser", async () => {
    const result = await grade(
      {
        "index.html": page(
          '<p id="o">text</p><script>var early = document.getElementById("o") !== null, late = document.getElementById("end") !== null; var order = ["classic"];</script><i id="end"></i>',
          '<link rel="stylesheet" href="css/style.css"><style>i { font-weight: bold }</style><script type="module" src="./main.js"></script><script defer src="defer.js"></script><script>var head = document.body === null, state = document.readyState;</script>',
        ),
        "css/style.css": ":root { --ink: green } p { color: var(--ink) } @media (max-width: 600px) { p { display: none } }",
        "main.js": 'import { add } from "./lib/add.js";\norder.push("module");\ndocument.getElementById("o").textContent = add(1, 2);\nexport const name = "main";',
        "lib/add.js": "export const add = (a, b) => a + b;",
        "defer.js": 'order.push("defer");\ndocument.addEventListener("DOMContentLoaded", () => order.push("content"));\nwindow.addEventListener("load", () => order.push("load " + document.readyState));\nonload = () => order.push("onload");',
      },
      `import { add } from "./lib/add";
       import * as main from "./main.js";
       test("order", () => {
         expect([window.head, window.state, window.early, window.late]).toEqual([true, "loading", true, false]);
         expect(window.order).toEqual(["classic", "module", "defer", "content", "load complete", "onload"]);
       });
       test("modules", () => { expect(document.getElementById("o").textContent).toBe("3"); expect(add(2, 2)).toBe(4); expect(main.name).toBe("main"); });
       test("styles", () => {
         expect(getComputedStyle(document.querySelector("p")).color).toBe("green");
         expect(getComputedStyle(document.querySelector("i")).fontWeight).toBe("bold");
         resizeTo(500, 800);
         expect([innerWidth, matchMedia("(max-width: 600px)").matches, getComputedStyle(document.querySelector("p")).display]).toEqual([500, true, "none"]);
       });`,
    );
    expect(listProblems(result)).toEqual([]);
  });

  it("hears events: bubbling, keys, attributes, forms and their checks", async () => {
    const result = await grade(
      {
        "index.html": page(`<button id="b" onclick="count(event)">x</button><span id="s">0</span>
<form id="f"><input name="email" type="email" required><select name="size"><option>S<option selected>M</select><button id="go">go</button></form>
<script>
let n = 0;
function count(event) { n += 1; document.getElementById("s").textContent = n + event.type; }
const keys = [];
document.addEventListener("keydown", (event) => keys.push(event.key + event.target.tagName));
document.forms[0].addEventListener("submit", (event) => {
  event.preventDefault();
  window.sent = Object.fromEntries(new FormData(event.target));
});
window.keys = keys;
</script>`),
      },
      `test("attributes", () => { document.getElementById("b").click(); expect(document.getElementById("s").textContent).toBe("1click"); });
       test("new attributes", () => { const i = document.createElement("i"); i.setAttribute("onclick", "this.textContent = 6 * 7"); i.click(); expect(i.textContent).toBe("42"); });
       test("keys", () => { document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true })); expect(window.keys).toEqual(["aBODY"]); });
       test("forms", () => {
         document.getElementById("go").click();
         expect(window.sent).toBeUndefined();
         expect(document.forms[0].checkValidity()).toBe(false);
         document.querySelector("input").value = "a@b.c";
         document.getElementById("go").click();
         expect(window.sent).toEqual({ email: "a@b.c", size: "M" });
       });`,
    );
    expect(listProblems(result)).toEqual([]);
  });

  it("has custom elements, shadows, templates, observers and storage", async () => {
    const result = await grade(
      {
        "index.html": page(`<x-hello name="Ada"></x-hello><template id="t"><b>made</b></template><script>
class Hello extends HTMLElement {
  #n = 0;
  static observedAttributes = ["name"];
  constructor() { super(); this.attachShadow({ mode: "open" }); }
  connectedCallback() { this.addEventListener("click", () => { this.#n += 1; this.show(); }); }
  attributeChangedCallback() { this.show(); }
  show() { this.shadowRoot.innerHTML = "<p>Hello " + this.getAttribute("name") + " " + this.#n + "</p>"; }
  get value() { return this.#n; }
}
customElements.define("x-hello", Hello);
customElements.define("x-plain", class extends HTMLElement { connectedCallback() { this.textContent = 0; } });
document.body.append(document.getElementById("t").content.cloneNode(true));
new MutationObserver((records) => { window.seen = records.length; }).observe(document.body, { childList: true });
localStorage.setItem("k", "v");
document.body.addEventListener("told", ({ detail, target }) => { window.told = [detail.deep, target === document.body]; });
document.body.dispatchEvent(new CustomEvent("told", { detail: { deep: 1 } }));
</script>`),
      },
      `test("elements", () => {
         const hello = document.querySelector("x-hello");
         hello.click();
         hello.setAttribute("name", "Bob");
         expect([hello.shadowRoot.textContent, hello.value]).toEqual(["Hello Bob 1", 1]);
         expect(hello).toBeInstanceOf(HTMLElement);
         document.body.innerHTML = "<x-plain></x-plain>";
         expect(document.body.textContent).toBe("0");
       });
       test("observers", async () => { await new Promise((done) => setTimeout(done, 1)); expect(window.seen).toBeGreaterThan(0); });
       test("the rest", () => { expect(localStorage.getItem("k")).toBe("v"); expect(window.told).toEqual([1, true]); expect(document.createElement("p")).toEqual(document.createElement("p")); });`,
    );
    expect(listProblems(result)).toEqual([]);
  });

  it("is a new one for every test file, and whenever a test asks", async () => {
    const files = { "index.html": page('<button id="b">0</button><script>const button = document.getElementById("b"); let n = 0; button.onclick = () => { button.textContent = ++n; localStorage.n = n; };</script>') };
    const twice = (name: string): string => `const b = document.getElementById("b");
      test("${name} clicks", () => { expect(document.getElementById("b")).toBe(b); b.click(); b.click(); expect(b.textContent).toBe("2"); });
      test("${name} anew", async () => { await loadPage(); expect(document.getElementById("b")).not.toBe(b); document.getElementById("b").click(); expect(document.body.textContent).toContain("1"); expect(localStorage.n).toBe("1"); });`;
    const result = await grade(files, twice("first"), twice("second"));
    expect(listProblems(result)).toEqual([]);
    expect(result.tests.map((test) => test.group)).toEqual(["visible", "visible", "hidden", "hidden"]);
  });

  it("can be given dialogs, answers of a network, and a clock", async () => {
    const result = await grade(
      {
        "index.html": page(`<button id="b">x</button><p id="o"></p><script>
document.getElementById("b").addEventListener("click", async () => {
  if (!confirm("Sure?")) return;
  alert("Hi " + prompt("Name?"));
  document.getElementById("o").textContent = await (await fetch("/api")).text();
});
function start() { let left = 3; const timer = setInterval(() => { document.getElementById("o").textContent = left--; if (left < 0) clearInterval(timer); }, 1000); }
function frame() { requestAnimationFrame(() => { document.getElementById("o").textContent = "drawn"; }); }
</script>`),
      },
      `beforeEach(() => loadPage());
       test("answers", async () => {
         vi.stubGlobal("fetch", vi.fn(async () => ({ text: async () => "ok" })));
         const asked = vi.spyOn(window, "prompt").mockReturnValue("Ada");
         window.confirm = () => true;
         window.alert = vi.fn();
         document.getElementById("b").click();
         await vi.waitFor(() => expect(document.getElementById("o").textContent).toBe("ok"));
         expect(asked).toHaveBeenCalledWith("Name?");
         expect(window.alert).toHaveBeenCalledWith("Hi Ada");
       });
       test("answers of the window", async () => {
         window.fetch = async () => ({ text: async () => "two" });
         window.confirm = () => true;
         document.getElementById("b").click();
         await vi.waitFor(() => expect(document.getElementById("o").textContent).toBe("two"));
       });
       test("time", () => {
         vi.useFakeTimers();
         window.start();
         vi.advanceTimersByTime(2000);
         expect(document.getElementById("o").textContent).toBe("2");
         window.frame();
         vi.advanceTimersByTime(20);
         expect(document.getElementById("o").textContent).toBe("drawn");
       });`,
    );
    expect(listProblems(result)).toEqual([]);
  });
});

describe("what goes wrong on a page", () => {
  it.each([
    ["throws", page('<p>x</p>\n<script>\nconst a = 1;\ndocument.querySelector("#no").textContent = a;\n</script>'), "index.html could not be loaded: TypeError: Cannot set properties of null (setting 'textContent') (index.html, line 7)"],
    ["can't be read", page("<p></p>\n<script>\nlet x = ;\n</script>"), "index.html could not be read: SyntaxError: Unexpected token ';' (line 6)"],
    ["is not there", page('<script src="app.js"></script>'), 'index.html asks for the script "app.js", which is not one of its files.'],
    ["is a module with a wrong import", page('<script type="module">import "./other.js";</script>'), 'index.html imports "./other.js", which is not one of its files. A program here can only import the files beside it.'],
  ])("names the place of a script that %s", async (_what, html, message) => {
    expect(await grade({ "index.html": html }, 'test("a", () => {});')).toMatchObject({ outcome: "errored", message });
  });

  it("fails the test in which a listener throws, in the learner's line, and lets the page hear of it", async () => {
    const html = page('<button>x</button>\n<script>\nwindow.onerror = () => console.log("heard");\ndocument.querySelector("button").addEventListener("click", () => {\n  null.boom;\n});\n</script>');
    const result = await grade({ "index.html": html }, 'test("a", () => { document.querySelector("button").click(); });');
    expect(result).toMatchObject({ outcome: "failed", tests: [{ message: "TypeError: Cannot read properties of null (reading 'boom')", location: { path: "index.html", line: 8 }, output: "heard\n" }] });
  });

  it("says that there is no network, no other page, and no file but text", async () => {
    const result = await grade({ "index.html": page('<a href="other.html">x</a><script>fetch("/x").catch((error) => console.log(error.message)); document.querySelector("a").click();</script>') }, 'test("a", () => {});');
    expect(result.outcome).toBe("passed");
    expect(result.output).toContain("there is no network in a lab");
    expect(result.output).toContain("would now leave this page for http://localhost/other.html");
    expect(await grade({ "index.html": page(""), "cat.png": "x" }, 'test("a", () => {});')).toMatchObject({ outcome: "errored", message: expect.stringContaining("cat.png is not a text file") as string });
    expect(await grade({ "main.html": page("") }, 'test("a", () => {});')).toMatchObject({ outcome: "errored", message: "There is no index.html. Was it renamed or deleted?" });
  });

  it("shows elements as HTML", async () => {
    const result = await grade({ "index.html": page('<h1 class="a">Hi</h1><script>console.log(document.querySelector("h1"));</script>') }, 'test("a", () => { expect(document.querySelector("h1")).toBeNull(); });');
    expect(result).toMatchObject({ outcome: "failed", output: '<h1 class="a">Hi</h1>\n', tests: [{ actual: '<h1 class="a">Hi</h1>' }] });
  });
});

describe("the judge of a page", () => {
  it("reads what the DOM says, whatever the page has added to it", async () => {
    const html = page(`<form><input name="email" value="real"></form><script>
Element.prototype.shout = function () { return this.textContent.toUpperCase(); };
Element.prototype.email = { value: "forged" };
HTMLFormElement.prototype.email = { value: "forged" };
try { document.forms[0].email = { value: "forged" }; } catch {}
console.log(document.body.shout !== undefined, document.forms[0].email.value);
</script>`);
    const result = await grade({ "index.html": html }, 'test("a", () => { expect(document.forms[0].email.value).toBe("real"); expect(document.forms[0].elements.email.value).toBe("real"); expect("shout" in document.body).toBe(false); });');
    expect(listProblems(result)).toEqual([]);
  });

  it("counts an assertion that fails in a listener of a test, whoever sent the event", async () => {
    const html = page('<form><button>x</button></form><script>window.addEventListener("error", (event) => event.preventDefault()); function send() { try { document.forms[0].requestSubmit(); } catch {} }</script>');
    const listen = 'document.forms[0].addEventListener("submit", (event) => { event.preventDefault(); expect(1).toBe(2); });';
    const result = await grade({ "index.html": html }, `beforeEach(() => loadPage()); test("sent by the test", () => { ${listen} document.querySelector("button").click(); }); test("sent by the page", () => { ${listen} window.send(); });`);
    expect(result.tests.map((test) => test.status)).toEqual(["failed", "failed"]);
  });
});
