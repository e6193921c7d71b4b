const field = () => document.querySelector("#item");
const items = () => [...document.querySelectorAll("#items > li")].map((item) => item.textContent);

function send() {
  const event = new Event("submit", { bubbles: true, cancelable: true });
  document.querySelector("form").dispatchEvent(event);
  return event;
}
function add(text) {
  field().value = text;
  return send();
}

beforeEach(() => {
  for (const item of [...document.querySelectorAll("#items > li")]) item.click();
});

it("drops the spaces around", () => {
  add("  Box cutter ");
  expect(items()).toEqual(["Box cutter"]);
});

it("does not add the same thing twice, in letters of any size", () => {
  add("Tape");
  add("tape");
  add(" TAPE ");
  expect(items()).toEqual(["Tape"]);
  expect(field().value).toBe("");
});

it("takes a thing again after it was taken off", () => {
  add("Tape");
  document.querySelector("#items > li").click();
  add("tape");
  expect(items()).toEqual(["tape"]);
});

it("shows what was typed as text", () => {
  add("<b>5 kg</b>");
  expect(items()).toEqual(["<b>5 kg</b>"]);
  expect(document.querySelectorAll("#items b")).toHaveLength(0);
});

it("keeps the page from loading anew", () => {
  expect(add("Tape").defaultPrevented).toBe(true);
  expect(add("").defaultPrevented).toBe(true);
});

it("counts beyond two", () => {
  for (const thing of ["a", "b", "c"]) add(thing);
  expect(document.querySelector("#count").textContent).toBe("3 things");
});
