/** The part of a file that a browser asks for, as players do when somebody jumps ahead (RFC 9110, 14.1). Pure. */

export interface ByteRange {
  /** First and last byte, both included. */
  start: number;
  end: number;
}

/**
 * One range of a file of `size` bytes. `whole`: there is no range, or one that need not be followed (several, other
 * units). `unsatisfiable`: it begins after the end.
 */
export function parseByteRange(header: string | null, size: number): ByteRange | "whole" | "unsatisfiable" {
  const parts = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  const [, from = "", to = ""] = parts ?? [];
  if (!parts || (from === "" && to === "")) return "whole";
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "unsatisfiable" : { start: size - length, end: size - 1 };
  }
  const start = Number(from);
  if (start >= size) return "unsatisfiable";
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return end < start ? "whole" : { start, end };
}
