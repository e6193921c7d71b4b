// class: escape | attempt: climb from require, module and the arguments of the file | lab: bank | expect: failed
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
const add = (a, b) => a - b;
for (const thing of [require, module, exports, arguments, this, require.cache, require.main, module.parent, module.constructor, module.constructor._load]) {
  try {
    if (thing.constructor.constructor !== Function) console.log("CANARY-REALM");
    if (thing.constructor.constructor("return typeof process")() !== "undefined") console.log("CANARY-HOST");
  } catch {
    // Not that way.
  }
}
for (const name of ["fs", "node:fs", "child_process", "rung:kernel", "./main.test.js", "./main.test", "vitest"]) {
  try {
    console.log("CANARY-REQUIRED", typeof require(name));
  } catch {
    // Not that way either.
  }
}
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
