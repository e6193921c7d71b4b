/** What happy-dom takes from Node's modules and a page in an isolate can have: made of the realm's own parts, without files, network or machines. */

const KEYS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0, held = 0;
  for (const character of text) {
    const value = KEYS.indexOf(character);
    if (value === -1) continue;
    held = (held << 6) | value;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes.push((held >> bits) & 255);
    }
  }
  return bytes;
}
function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const three = ((bytes[i] as number) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += KEYS.charAt(three >> 18) + KEYS.charAt((three >> 12) & 63) +
      (i + 1 < bytes.length ? KEYS.charAt((three >> 6) & 63) : "=") + (i + 2 < bytes.length ? KEYS.charAt(three & 63) : "=");
  }
  return text;
}

/** The little of Node's `Buffer` on which blobs, file readers and base64 stand. */
export class Buffer extends Uint8Array {
  static override from(source: unknown, encoding?: unknown): Buffer {
    if (typeof source !== "string") return new Buffer(source as ArrayBuffer);
    if (encoding === "base64") return new Buffer(fromBase64(source));
    if (encoding === "latin1" || encoding === "binary" || encoding === "ascii") return new Buffer([...source].map((one) => one.charCodeAt(0) & 255));
    return new Buffer(new TextEncoder().encode(source));
  }
  static alloc(size: number): Buffer {
    return new Buffer(size);
  }
  static isBuffer(value: unknown): boolean {
    return value instanceof Buffer;
  }
  static concat(parts: readonly Uint8Array[]): Buffer {
    const whole = new Buffer(parts.reduce((size, part) => size + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  }
  override toString(encoding?: string): string {
    if (encoding === "base64") return toBase64(this);
    if (encoding === "latin1" || encoding === "binary") return String.fromCharCode(...this);
    return new TextDecoder().decode(this);
  }
}

export class Nothing {
  constructor() {
    throw new TypeError("There is no such thing in this sandbox");
  }
}
const absent = (): never => {
  throw new TypeError("There is no such thing in this sandbox");
};

// By the names under which happy-dom imports them.
export { Nothing as Blob, Nothing as ReadableStream, Nothing as PerformanceObserver, Nothing as PerformanceEntry };
export const { URL, URLSearchParams, TextEncoder, TextDecoder } = globalThis;
export const webcrypto = {
  get subtle(): never {
    return absent();
  },
  getRandomValues: (array: Uint8Array): Uint8Array => crypto.getRandomValues(array as Uint8Array<ArrayBuffer>),
  randomUUID: (): string => crypto.randomUUID(),
};
export const fileURLToPath = absent, isIP = (): number => 0, isContext = (): boolean => true, createContext = absent;
export default { isContext, createContext, Script: Nothing, isIP };
