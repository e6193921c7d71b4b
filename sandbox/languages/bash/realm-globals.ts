/** The few things of the web that just-bash expects; import it first. Timers never fire: the worker owns time. */
import { TextDecoderStandIn, Utf8Encoder } from "../../judge/text-encoding.ts";

const empty = class {};
const nothing = (): number => 0;
const quiet = (): void => {};
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const btoa = (text: string): string => {
  let out = "";
  for (let i = 0; i < text.length; i += 3) {
    const three = (text.charCodeAt(i) << 16) | ((text.charCodeAt(i + 1) || 0) << 8) | (text.charCodeAt(i + 2) || 0);
    for (let digit = 0; digit < 4; digit += 1) out += i + digit > text.length ? "=" : alphabet.charAt((three >> (18 - 6 * digit)) & 63);
  }
  return out;
};
const atob = (text: string): string => {
  let out = "";
  let bits = 0;
  let count = 0;
  for (const character of text.replace(/[=\s]/g, "")) {
    bits = (bits << 6) | alphabet.indexOf(character);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += String.fromCharCode((bits >> count) & 255);
    }
  }
  return out;
};
class Signal {
  readonly aborted = false;
  addEventListener(): void {}
  removeEventListener(): void {}
  throwIfAborted(): void {}
}
for (const [name, value] of Object.entries({
  TextEncoder: Utf8Encoder, TextDecoder: TextDecoderStandIn, setTimeout: nothing, clearTimeout: quiet, setInterval: nothing, clearInterval: quiet, setImmediate: nothing, clearImmediate: quiet,
  queueMicrotask: (act: () => void) => void Promise.resolve().then(act), performance: { now: () => 0 }, console: { log: quiet, warn: quiet, error: quiet, info: quiet, debug: quiet },
  AbortController: class { readonly signal = new Signal(); abort(): void {} }, AbortSignal: Signal, DOMException: class extends Error {}, URL: empty, Event: empty, EventTarget: empty,
  structuredClone: (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown, atob, btoa, self: globalThis,
})) Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
