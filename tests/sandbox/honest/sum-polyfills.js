// class: honest | attempt: replaces built-ins by its own that work | lab: sum | expect: passed
Array.prototype.reduce = function (callback, start) {
  let value = start;
  for (let i = 0; i < this.length; i += 1) value = callback(value, this[i], i, this);
  return value;
};
Object.assign = function (target, ...sources) { for (const s of sources) for (const k in s) target[k] = s[k]; return target; };
export const sum = (list) => list.reduce((a, b) => a + b, 0);
