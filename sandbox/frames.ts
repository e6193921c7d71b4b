/** Frames between the pool and a worker: four bytes of length (little-endian), then JSON. Nothing in them is believed unread. */

import type { EngineKind, Language } from "./contract.ts";

/** Longest frame from a worker, bytes. A longer one ends the worker. */
export const MAX_FRAME_BYTES = 1024 * 1024;
/** Longest frame to a worker, bytes: sources and bundles. */
export const MAX_COMMAND_BYTES = 16 * 1024 * 1024;

export function encodeFrame(body: object, limitBytes: number = MAX_FRAME_BYTES): Buffer {
  const json = Buffer.from(JSON.stringify(body), "utf8");
  if (json.length > limitBytes) throw new RangeError(`A frame of ${json.length} bytes is over the limit of ${limitBytes}`);
  const frame = Buffer.allocUnsafe(4 + json.length);
  frame.writeUInt32LE(json.length, 0);
  json.copy(frame, 4);
  return frame;
}

/** Takes bytes as they come and gives whole frames. Throws when one is too long or is not JSON. */
export class FrameReader {
  private chunks: Buffer[] = [];
  private length = 0;
  private readonly limitBytes: number;

  constructor(limitBytes: number = MAX_FRAME_BYTES) {
    this.limitBytes = limitBytes;
  }

  push(chunk: Buffer): unknown[] {
    this.chunks.push(chunk);
    this.length += chunk.length;
    if (this.length < 4) return [];
    let all = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks, this.length);
    const frames: unknown[] = [];
    while (all.length >= 4) {
      const size = all.readUInt32LE(0);
      if (size > this.limitBytes) throw new RangeError(`A frame says it is ${size} bytes long`);
      if (all.length < 4 + size) break;
      frames.push(JSON.parse(all.toString("utf8", 4, 4 + size)));
      all = all.subarray(4 + size);
    }
    this.chunks = all.length === 0 ? [] : [all];
    this.length = all.length;
    return frames;
  }
}

/** Trusted text made when the sandbox starts, by name: bundles of our own sources and of libraries. */
export type Material = Readonly<Record<string, string>>;

export interface BootCommand {
  type: "boot";
  engine: EngineKind;
  material: Material;
}
export interface RunCommand {
  type: "run";
  job: number;
  secret: string;
  seed: string;
  language: Language;
  /** The learner's files: workspace path to text. */
  files: Record<string, string>;
  tests: { path: string; text: string; group: string }[];
  /** The lab's solution where a judge compares with it (SQL). Never for the learner's isolate. */
  reference: Record<string, string>;
  /** Tests that their file marks as skipped are run like the others. */
  runSkipped?: boolean;
  cpuMs: number;
  /** Longest time in the isolate at a stretch. The parent counts CPU time where it can; this ends what it could not see. */
  stretchMs: number;
  memoryMb: number;
  outputKb: number;
}
export type Command = BootCommand | RunCommand;

/** Why a worker could not let the tests speak. It can never say that something passed. */
export type StopReason = "errored" | "timed-out" | "out-of-memory" | "too-much-output" | "crashed";
export type Answer =
  | { type: "ready"; engine: string }
  | { type: "report"; job: number; text: string }
  | { type: "stop"; job: number; reason: StopReason; message: string }
  | { type: "end"; job: number };

const REASONS: ReadonlySet<string> = new Set(["errored", "timed-out", "out-of-memory", "too-much-output", "crashed"] satisfies StopReason[]);

/** Reads one frame of a worker; null when it is none of the four. */
export function parseAnswer(frame: unknown): Answer | null {
  if (typeof frame !== "object" || frame === null || Array.isArray(frame)) return null;
  const { type, engine, job, text, reason, message } = frame as Record<string, unknown>;
  if (type === "ready") return typeof engine === "string" && engine.length <= 200 ? { type, engine } : null;
  if (typeof job !== "number" || !Number.isSafeInteger(job)) return null;
  if (type === "report") return typeof text === "string" ? { type, job, text } : null;
  if (type === "end") return { type, job };
  if (type === "stop" && typeof reason === "string" && REASONS.has(reason) && typeof message === "string") {
    return { type, job, reason: reason as StopReason, message };
  }
  return null;
}
