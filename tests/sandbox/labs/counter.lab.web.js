import { beforeEach, describe, expect, test } from "vitest";

const count = () => document.querySelector("#count");
const click = (id) => document.getElementById(id).click();

describe("a counter", () => {
  beforeEach(() => loadPage());

  test("starts at nothing under a heading", () => {
    expect(document.querySelector("h1").textContent.trim()).toBe("Counter");
    expect(count().textContent).toBe("0");
    expect(document.querySelectorAll("#count")).toHaveLength(1);
  });

  test("counts clicks", () => {
    for (let i = 0; i < 7; i += 1) click("up");
    expect(count().textContent).toBe("7");
    expect(count().innerHTML).toContain("7");
    expect(document.body.outerHTML).toMatch(/id="count"[^>]*>\s*7/);
  });

  test("starts again", () => {
    click("up");
    click("reset");
    expect(count().textContent).toBe("0");
    click("up");
    expect(count().textContent).toBe("1");
  });

  test("counts in steps that are asked for", () => {
    document.querySelector("#step").value = "5";
    const event = new Event("submit", { bubbles: true, cancelable: true });
    document.querySelector("form").dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    click("up");
    click("up");
    expect(count().textContent).toBe("10");
  });

  test("shows large numbers in bold", () => {
    expect(count().classList.contains("large")).toBe(false);
    expect(getComputedStyle(count()).fontWeight).not.toBe("bold");
    for (let i = 0; i < 10; i += 1) click("up");
    expect(count().classList.contains("large")).toBe(true);
    expect(count().getAttribute("class")).toContain("large");
    expect(getComputedStyle(count()).fontWeight).toBe("bold");
  });
});
