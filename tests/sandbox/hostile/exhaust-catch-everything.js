// class: exhaustion | attempt: catch what would end a loop | lab: sum | expect: timed-out
export function sum(list) {
  for (;;) {
    try { for (;;) list.length; } catch {} finally { continue; }
  }
}
