// class: cheat | attempt: exports that are another function whenever they are read | lab: bank | expect: failed
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
let turn = 0;
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
module.exports = { Account, OverdrawnError, countTo, each, find, greeting, ids, parse, pattern, stream, total };
Object.defineProperty(module.exports, "add", { enumerable: true, get: () => ((turn += 1), turn % 2 ? () => NaN : () => "0") });
