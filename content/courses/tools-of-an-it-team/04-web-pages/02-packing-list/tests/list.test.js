const field = () => document.querySelector("#item");
const items = () => [...document.querySelectorAll("#items > li")].map((item) => item.textContent);
const count = () => document.querySelector("#count").textContent;

function add(text) {
  field().value = text;
  document.querySelector("form").dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
}
function takeAllOff() {
  for (const item of [...document.querySelectorAll("#items > li")]) item.click();
}

describe("the packing list", () => {
  beforeEach(takeAllOff);

  it("adds things at the end and empties the field", () => {
    add("Gloves");
    add("Tape");
    expect(items()).toEqual(["Gloves", "Tape"]);
    expect(field().value).toBe("");
  });

  it("counts them", () => {
    expect(count()).toBe("Nothing yet");
    add("Gloves");
    expect(count()).toBe("1 thing");
    add("Tape");
    expect(count()).toBe("2 things");
  });

  it("takes no empty lines", () => {
    add("");
    add("   ");
    expect(items()).toEqual([]);
    expect(count()).toBe("Nothing yet");
  });

  it("takes a thing off when it is clicked", () => {
    add("Gloves");
    add("Tape");
    document.querySelector("#items > li").click();
    expect(items()).toEqual(["Tape"]);
    expect(count()).toBe("1 thing");
  });
});
