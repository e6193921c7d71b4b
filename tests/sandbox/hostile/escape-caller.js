// class: escape | attempt: walk up the callers | lab: sum | expect: failed
export function sum(list) {
  const sloppy = new Function("f", "return f()");
  const look = new Function("let at = arguments.callee; const seen = []; while (at) { seen.push(String(at)); at = at.caller; } return seen");
  let seen = [];
  try { seen = sloppy(look); } catch {}
  console.log(seen.length, seen.join().includes("NONCE") ? "CANARY-ESCAPED" : "");
  return seen;
}
