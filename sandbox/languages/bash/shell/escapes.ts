/** Backslash escapes of `$'…'`, `echo -e`, `printf` and `read`. Pure. */

const SIMPLE: Readonly<Record<string, string>> = { a: "\x07", b: "\b", e: "\x1b", E: "\x1b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", "\\": "\\", "'": "'", '"': '"', "?": "?" };

function codeText(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** `$'…'`. Bytes above 127 given as \x or octal are taken as UTF-8. */
export function readAnsiEscapes(text: string): string {
  return joinBytes(text.replace(/\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|c(.)|([\s\S]))/g, (whole: string, octal?: string, hex?: string, short?: string, long?: string, control?: string, one?: string) => {
    if (octal !== undefined) return byteText(parseInt(octal, 8) & 255);
    if (hex !== undefined) return byteText(parseInt(hex, 16));
    if (short !== undefined || long !== undefined) return codeText(parseInt(short ?? long ?? "0", 16));
    if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 31);
    return SIMPLE[one ?? ""] ?? whole;
  }));
}

/** `echo -e` and `%b`: octal begins with 0. `stop` is whether `\c` ended the output. */
export function readEchoEscapes(text: string): { text: string; stop: boolean } {
  let stop = false;
  let source = text;
  const end = findStop(text);
  if (end >= 0) {
    stop = true;
    source = text.slice(0, end);
  }
  const out = source.replace(/\\(?:0([0-7]{0,3})|([1-7][0-7]{0,2})|x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([abeEfnrtv\\]))/g, (_whole: string, octal?: string, bare?: string, hex?: string, short?: string, long?: string, one?: string) => {
    if (octal !== undefined || bare !== undefined) return byteText(parseInt(octal ?? bare ?? "0", 8) & 255);
    if (hex !== undefined) return byteText(parseInt(hex, 16));
    if (short !== undefined || long !== undefined) return codeText(parseInt(short ?? long ?? "0", 16));
    return SIMPLE[one ?? ""] ?? "";
  });
  return { text: joinBytes(out), stop };
}
function findStop(text: string): number {
  for (let i = text.indexOf("\\"); i >= 0; i = text.indexOf("\\", i + 2)) if (text.charAt(i + 1) === "c") return i;
  return -1;
}

/** Bytes given by number are held as lone low surrogates until their neighbours are known. */
const BYTE = 0xdc00;
function byteText(byte: number): string {
  return byte < 128 ? String.fromCharCode(byte) : String.fromCharCode(BYTE + byte);
}
function joinBytes(text: string): string {
  if (!/[\udc80-\udcff]/.test(text)) return text;
  return text.replace(/(?<![\ud800-\udbff])[\udc80-\udcff]+/g, (run) => decodeUtf8(String.fromCharCode(...[...run].map((one) => one.charCodeAt(0) - BYTE))));
}

/** Bytes, one character each, as text. Malformed ones become U+FFFD. */
export function decodeUtf8(bytes: string): string {
  // Most texts have no byte above 127.
  if (!/[\x80-\xff]/.test(bytes)) return bytes;
  return bytes.replace(/[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}|[\x80-\xff]/g, (run) => {
    const first = run.charCodeAt(0);
    if (run.length === 1) return "\ufffd";
    let code = first & (run.length === 2 ? 0x1f : run.length === 3 ? 0x0f : 0x07);
    for (let i = 1; i < run.length; i += 1) code = (code << 6) | (run.charCodeAt(i) & 0x3f);
    return String.fromCodePoint(code);
  });
}

/** Text as UTF-8 bytes, one character each. */
export function encodeUtf8(text: string): string {
  if (!/[^\x00-\x7f]/.test(text)) return text;
  return text.replace(/[^\x00-\x7f]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    if (code < 0x800) return String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 0x3f));
    const scalar = code >= 0xd800 && code < 0xe000 ? 0xfffd : code;
    if (scalar < 0x10000) return String.fromCharCode(0xe0 | (scalar >> 12), 0x80 | ((scalar >> 6) & 0x3f), 0x80 | (scalar & 0x3f));
    return String.fromCharCode(0xf0 | (scalar >> 18), 0x80 | ((scalar >> 12) & 0x3f), 0x80 | ((scalar >> 6) & 0x3f), 0x80 | (scalar & 0x3f));
  });
}
