import { describe, expect, it } from "vitest";
import { FairQueue } from "../../sandbox/queue.ts";

describe("the queue", () => {
  it("serves submissions before runs, runs before previews, previews before regrades", () => {
    const queue = new FairQueue<string>(10);
    queue.add("regrade", "a", "regrade");
    queue.add("preview", "b", "preview");
    queue.add("run", "c", "run");
    queue.add("submit", "d", "submit");
    expect([queue.next(), queue.next(), queue.next(), queue.next(), queue.next()]).toEqual(["submit", "run", "preview", "regrade", undefined]);
  });

  it("lets an owner have one running and one waiting", () => {
    const queue = new FairQueue<string>(10);
    expect(queue.add("first", "a", "run")).toBeNull();
    expect(queue.next()).toBe("first");
    expect(queue.add("second", "a", "run")).toBeNull();
    expect(queue.add("third", "a", "submit")).toBe("owner");
    expect(queue.next()).toBeUndefined();
    queue.done("a");
    expect(queue.next()).toBe("second");
  });

  it("lets what was asked for take the place of its owner's waiting preview, and of nobody else's", () => {
    const queue = new FairQueue<string>(10);
    queue.add("mine", "a", "preview");
    queue.add("theirs", "b", "preview");
    expect(queue.displacePreview("a", "preview")).toBeUndefined();
    expect(queue.displacePreview("a", "regrade")).toBeUndefined();
    expect(queue.displacePreview(undefined, "run")).toBeUndefined();
    expect(queue.displacePreview("a", "run")).toBe("mine");
    expect(queue.displacePreview("a", "submit")).toBeUndefined();
    expect(queue.next()).toBe("theirs");
  });

  it("takes turns between owners, whoever came first", () => {
    const queue = new FairQueue<string>(10);
    const order: (string | undefined)[] = [];
    queue.add("a1", "a", "run");
    order.push(queue.next());
    queue.add("a2", "a", "run");
    queue.done("a");
    queue.add("b1", "b", "run");
    order.push(queue.next(), queue.next());
    expect(order).toEqual(["a1", "b1", "a2"]);
  });

  it("keeps the order of runs without an owner and lets them run side by side", () => {
    const queue = new FairQueue<number>(10);
    for (const n of [1, 2, 3]) queue.add(n, undefined, "run");
    expect([queue.next(), queue.next(), queue.next()]).toEqual([1, 2, 3]);
  });

  it("is bounded, and what was removed makes room", () => {
    const queue = new FairQueue<string>(1);
    expect(queue.add("x", "a", "run")).toBeNull();
    expect(queue.add("y", "b", "submit")).toBe("full");
    expect(queue.remove("x")).toBe(true);
    expect(queue.remove("x")).toBe(false);
    expect(queue.add("y", "b", "submit")).toBeNull();
    expect(queue.clear()).toEqual(["y"]);
    expect(queue.length).toBe(0);
  });
});
