// class: honest | attempt: tests with node:assert only | lab: node-assert | expect: passed
export const parse = (text) => { const n = Number(text); if (Number.isNaN(n)) throw new TypeError(`not a number: ${text}`); return n; };
export const pair = (a, b) => ({ a, b: [b] });
export const soon = async (ok) => { if (!ok) throw new Error("not ok"); return "ok"; };
