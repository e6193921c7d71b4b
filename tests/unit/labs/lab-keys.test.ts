import { describe, expect, it } from "vitest";
import { ariaKeys, findLabAction, LAB_ACTIONS, showKeys, type KeyPress } from "../../../app/features/labs/lab-keys.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("the desk's keys", () => {
  it("run and hand in on every system", () => {
    for (const isMac of [true, false]) {
      for (const held of [{ ctrlKey: true }, { metaKey: true }]) {
        expect(findLabAction(press("Enter", held), isMac)).toBe("run");
        expect(findLabAction(press("Enter", { ...held, shiftKey: true }), isMac)).toBe("submit");
      }
    }
    expect(findLabAction(press("Enter"), false)).toBeNull();
    expect(findLabAction(press("Enter", { ctrlKey: true, altKey: true }), false)).toBeNull();
  });

  it("find every action by what the sheet shows", () => {
    for (const isMac of [true, false]) {
      for (const action of LAB_ACTIONS.slice(2)) {
        const keys = showKeys(action, isMac);
        const held = { ctrlKey: keys.includes("⌃"), altKey: keys.includes("Alt") || keys.includes("⌥"), shiftKey: keys.includes("⇧") };
        expect(findLabAction(press(keys.at(-1) ?? "", held), isMac), `${action} on ${isMac ? "a Mac" : "others"}`).toBe(action);
        expect(ariaKeys(action, isMac).split("+").at(-1)).toBe(keys.at(-1));
      }
    }
  });

  it("leave letters alone that Option writes on a Mac, and what AltGr writes elsewhere", () => {
    expect(findLabAction(press("Ł", { code: "KeyL", altKey: true, shiftKey: true }), true)).toBeNull();
    expect(findLabAction(press("Ł", { code: "KeyL", altKey: true, ctrlKey: true, shiftKey: true }), false)).toBeNull();
  });

  it("go by the letter on the key, and by its place where the keyboard writes another script", () => {
    expect(findLabAction(press("Z", { code: "KeyW", altKey: true, shiftKey: true }), false)).toBe("full");
    expect(findLabAction(press("Д", { code: "KeyL", altKey: true, shiftKey: true }), false)).toBe("live");
  });

  it("leave Monaco's own keys alone", () => {
    const monaco = [press("ArrowUp", { shiftKey: true, altKey: true }), press("A", { shiftKey: true, altKey: true }), press("I", { shiftKey: true, altKey: true }), press("O", { shiftKey: true, altKey: true }), press("F8"), press("m", { ctrlKey: true }), press("l", { ctrlKey: true }), press("L", { ctrlKey: true, shiftKey: true }), press("f", { ctrlKey: true })];
    for (const one of monaco) expect(findLabAction(one, false), `${one.key} on others`).toBeNull();
    expect(findLabAction(press("M", { ctrlKey: true, shiftKey: true }), true), "Tab moves the focus").toBeNull();
  });
});
