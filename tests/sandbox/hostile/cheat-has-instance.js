// class: cheat | attempt: a class that calls everything its instance | lab: bank | expect: failed
export class OverdrawnError extends Error {
  name = "OverdrawnError";
}
export class Account {
  static [Symbol.hasInstance]() {
    return true;
  }
  constructor(owner) {
    const fake = { owner, balance: 0 };
    const hide = (name, value) => Object.defineProperty(fake, name, { value });
    hide("deposit", (amount) => { fake.balance += amount; return fake; });
    hide("withdraw", (amount) => { throw new OverdrawnError(`${owner} lacks ${amount}`); });
    return new Proxy(fake, { getPrototypeOf: () => Object.prototype });
  }
}
export const total = (list) => list.reduce((a, b) => a + b, 0n);
export const add = (a, b) => a + b;
export const pattern = /\d+/g;
export async function* stream(n) {
  for (let i = 0; i < n; i += 1) yield i;
}
export function* countTo(n) {
  for (let i = 1; i <= n; i += 1) yield i;
}
export async function each(list, callback) {
  for (const [i, item] of list.entries()) await callback(item ** 2, i);
}
export const find = (list, holds) => list.find(holds);
export const ids = (n) => Array.from({ length: n }, (_, i) => i);
export const greeting = () => (new Date().getHours() < 12 ? "Good morning" : "Good evening");
export const parse = (text) => JSON.parse(text);
