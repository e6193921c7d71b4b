/** `TextEncoder` and `TextDecoder` for isolates, which have none. */

export class Utf8Encoder {
  readonly encoding = "utf-8";
  encode(text = ""): Uint8Array {
    const bytes = new Uint8Array(text.length * 3);
    return bytes.slice(0, this.encodeInto(text, bytes).written);
  }
  encodeInto(text: string, bytes: Uint8Array): { read: number; written: number } {
    let at = 0;
    let read = 0;
    for (; read < text.length; read += 1) {
      let code = text.charCodeAt(read);
      let units = 1;
      if (code >= 0xd800 && code < 0xe000) {
        const next = text.charCodeAt(read + 1);
        if (code < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
          code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
          units = 2;
        } else code = 0xfffd;
      }
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (at + size > bytes.length) break;
      if (size === 1) bytes[at] = code;
      else {
        for (let i = size - 1; i > 0; i -= 1) bytes[at + i] = 0x80 | ((code >> (6 * (size - 1 - i))) & 0x3f);
        if (size === 2) bytes[at] = 0xc0 | (code >> 6);
        else if (size === 3) bytes[at] = 0xe0 | (code >> 12);
        else bytes[at] = 0xf0 | (code >> 18);
      }
      at += size;
      if (units === 2) read += 1;
    }
    return { read, written: at };
  }
}

/** UTF-8, UTF-16LE and Latin-1, replacing what is malformed. */
export class TextDecoderStandIn {
  readonly encoding: string;
  private readonly ignoreBom: boolean;
  constructor(label = "utf-8", options: { ignoreBOM?: boolean } = {}) {
    const name = label.toLowerCase().replace("-", "").replace("_", "");
    this.encoding = name === "utf8" ? "utf-8" : name === "utf16le" ? "utf-16le" : name === "latin1" ? "latin1" : fail(label);
    this.ignoreBom = options.ignoreBOM === true;
  }
  decode(input?: ArrayBuffer | ArrayBufferView): string {
    if (input === undefined) return "";
    const bytes = ArrayBuffer.isView(input) ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength) : new Uint8Array(input);
    let text = "";
    let units: number[] = [];
    const flush = (): void => {
      text += String.fromCharCode(...units);
      units = [];
    };
    const put = (code: number): void => {
      if (code > 0xffff) units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
      else units.push(code);
      if (units.length > 4_000) flush();
    };
    if (this.encoding === "latin1") for (let i = 0; i < bytes.length; i += 1) put(bytes[i] as number);
    else if (this.encoding === "utf-16le") for (let i = 0; i + 1 < bytes.length; i += 2) put((bytes[i] as number) | ((bytes[i + 1] as number) << 8));
    else {
      for (let i = 0; i < bytes.length;) {
        const first = bytes[i] as number;
        if (first < 0x80) {
          put(first);
          i += 1;
          continue;
        }
        const size = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
        let code = size === 4 ? first & 0x07 : size === 3 ? first & 0x0f : first & 0x1f;
        let taken = 1;
        while (taken < size && ((bytes[i + taken] ?? 0) & 0xc0) === 0x80) {
          code = (code << 6) | ((bytes[i + taken] as number) & 0x3f);
          taken += 1;
        }
        const least = size === 4 ? 0x10000 : size === 3 ? 0x800 : 0x80;
        const whole = size > 0 && taken === size && code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
        put(whole ? code : 0xfffd);
        i += taken;
      }
    }
    flush();
    return !this.ignoreBom && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }
}
function fail(label: string): never {
  throw new RangeError(`There is no decoder for ${label}`);
}

