import { describe, expect, it } from "vitest";
import { encodeFrame, FrameReader, parseAnswer } from "../../sandbox/frames.ts";

describe("frames", () => {
  it("come out whole however the bytes were cut", () => {
    const bytes = Buffer.concat([encodeFrame({ n: 1, text: "é" }), encodeFrame({ n: 2 })]);
    for (const size of [1, 3, 7, bytes.length]) {
      const reader = new FrameReader();
      const seen: unknown[] = [];
      for (let at = 0; at < bytes.length; at += size) seen.push(...reader.push(bytes.subarray(at, at + size)));
      expect(seen).toEqual([{ n: 1, text: "é" }, { n: 2 }]);
    }
  });

  it("are refused when they say they are too long, before their bytes are there", () => {
    const head = Buffer.alloc(4);
    head.writeUInt32LE(101, 0);
    expect(() => new FrameReader(100).push(head)).toThrow(/101 bytes/);
    expect(() => encodeFrame({ text: "x".repeat(200) }, 100)).toThrow(/over the limit/);
  });

  it("are refused when they are not JSON", () => {
    const bytes = Buffer.from("\u0003\0\0\0{x}", "latin1");
    expect(() => new FrameReader().push(bytes)).toThrow(SyntaxError);
  });

  it("are answers only in their exact forms", () => {
    expect(parseAnswer({ type: "end", job: 3, extra: 1 })).toEqual({ type: "end", job: 3 });
    expect(parseAnswer({ type: "stop", job: 3, reason: "errored", message: "m" })).toEqual({ type: "stop", job: 3, reason: "errored", message: "m" });
    for (const wrong of [null, 1, "end", [], {}, { type: "end" }, { type: "end", job: "3" }, { type: "end", job: 1.5 }, { type: "report", job: 1, text: 5 },
      { type: "stop", job: 1, reason: "passed", message: "" }, { type: "stop", job: 1, reason: "errored" }, { type: "ready" }, { type: "passed", job: 1 }]) {
      expect(parseAnswer(wrong)).toBeNull();
    }
  });
});
