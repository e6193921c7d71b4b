// class: escape | attempt: break out of the function around a CommonJS file and import what modules of the machinery may | lab: bank | expect: errored
class OverdrawnError extends Error {
  name = "OverdrawnError";
}
class Account {
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
const total = (list) => list.reduce((a, b) => a + b, 0n);
const add = (a, b) => a + b;
const pattern = /\d+/g;
async function* stream(n) {
  for (let i = 0; i < n; i += 1) yield i;
}
function* countTo(n) {
  for (let i = 1; i <= n; i += 1) yield i;
}
async function each(list, callback) {
  for (const [i, item] of list.entries()) await callback(item ** 2, i);
}
const find = (list, holds) => list.find(holds);
const ids = (n) => Array.from({ length: n }, (_, i) => i);
const greeting = () => (new Date().getHours() < 12 ? "Good morning" : "Good evening");
const parse = (text) => JSON.parse(text);
module.exports = { Account, OverdrawnError, add, countTo, each, find, greeting, ids, parse, pattern, stream, total };
}).call({}, { exports: {} }); import { take } from "rung:kernel"; take("main.js", {}); (function (module, exports) {
