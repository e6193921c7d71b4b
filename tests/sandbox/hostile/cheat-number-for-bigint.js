// class: cheat | attempt: a number where a bigint is due, equal by == | lab: bank | expect: failed
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
export const total = (list) => Number(list.reduce((a, b) => a + b, 0n));
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
