// class: escape | attempt: wait for the end of the judge's objects and act after the end | lab: bank | expect: failed
export class OverdrawnError extends Error {
  name = "OverdrawnError";
}
export class Account {
  constructor(owner) {
    this.owner = owner;
    this.balance = 0;
  }
  deposit(amount) {
    this.balance += amount;
    return this;
  }
  withdraw(amount) {
    if (amount > this.balance) throw new OverdrawnError(`${this.owner} lacks ${amount - this.balance}`);
    return this.deposit(-amount);
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
const registry = new FinalizationRegistry((held) => {
  console.log("CANARY-FINALIZED", held);
});
const kept = [];
export async function each(list, callback) {
  registry.register(list, "list");
  registry.register(callback, "callback");
  kept.push(new WeakRef(list), new WeakRef(callback));
  for (let i = 0; i < 50; i += 1) new Array(10_000).fill(i);
  await null;
  if (kept[1].deref()?.constructor.constructor !== Function) console.log("CANARY-REALM");
  await callback(0, 0);
}
export const find = (list, holds) => list.find(holds);
export const ids = (n) => Array.from({ length: n }, (_, i) => i);
export const greeting = () => (new Date().getHours() < 12 ? "Good morning" : "Good evening");
export const parse = (text) => JSON.parse(text);
