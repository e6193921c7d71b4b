// class: honest | attempt: promises, rejections, timers, order | lab: async | expect: passed
export const wait = (ms, value) => new Promise((resolve) => setTimeout(() => resolve(value), ms));
export async function all(tasks) { const out = []; for (const task of tasks) out.push(await task()); return out; }
export async function retry(task, times) {
  for (let i = 1; ; i += 1) { try { return await task(i); } catch (error) { if (i >= times) throw error; } }
}
export function debounce(task, ms) { let timer; return (...args) => { clearTimeout(timer); timer = setTimeout(() => task(...args), ms); }; }
export function every(ms, task) { const id = setInterval(task, ms); return () => clearInterval(id); }
export async function* counts(n) { for (let i = 0; i < n; i += 1) { await null; yield i; } }
export const today = () => new Date().toISOString().slice(0, 10);
export const greet = (name, done) => setTimeout(() => done(null, `hi ${name}`), 0);
