// class: honest | attempt: right answers after every built-in of the realm was broken | lab: shapes | expect: passed
const made = {
  object: { a: 1, b: [2, 3], c: { d: "x" } }, map: new Map([["a", 1], ["b", 2]]), set: new Set([1, 2, 3]),
  date: new Date(86_400_000), pattern: /a+b/gi, bytes: new Uint8Array([1, 2, 255]),
};
const { parse } = JSON;
export const answer = (kind) => made[kind] ?? made.bytes;
export const convert = (text) => parse(text);
export function collect(words) {
  const out = [];
  next: for (let i = 0; i < words.length; i += 1) {
    for (let j = 0; j < out.length; j += 1) if (out[j] === words[i]) continue next;
    out[out.length] = words[i];
  }
  return out;
}
export function visit(list, callback) { for (let i = 0; i < list.length; i += 1) callback(list[i]); }
export async function inspect(value) { if (value < 0) throw new RangeErrorKept("negative"); return { value }; }
const RangeErrorKept = RangeError;

const { ownKeys, defineProperty, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
const broken = () => { throw new RangeErrorKept("sabotaged"); };
const classes = [];
for (const name of ownKeys(globalThis)) if (/^[A-Z]/.test(String(name))) classes.push(globalThis[name]);
classes.push(getPrototypeOf(Int8Array), getPrototypeOf(async () => {}).constructor, getPrototypeOf(function* () {}).constructor);
const targets = [];
for (const one of classes) if ((typeof one === "function" || typeof one === "object") && one !== null) targets.push(one, one.prototype ?? {});
targets.push(getPrototypeOf([][Symbol.iterator]()), getPrototypeOf(new Map().entries()), getPrototypeOf(new Set().values()));
const keep = new Set(["constructor", "prototype", "name", "length", "stack", "stackTraceLimit", "prepareStackTrace", Symbol.species]);
const has = keep.has.bind(keep);
for (let i = 0; i < targets.length; i += 1) {
  const keys = ownKeys(targets[i]);
  for (let k = 0; k < keys.length; k += 1) {
    if (has(keys[k])) continue;
    const found = getOwnPropertyDescriptor(targets[i], keys[k]);
    if (found.configurable) defineProperty(targets[i], keys[k], { __proto__: null, get: broken, set: broken, configurable: true });
  }
}
