/** What happened in one shift, in the order in which it was written down. */
export const events = [
  { time: "07:15", area: "Gate", kind: "delay", minutes: 25, text: "Barrier stuck", solved: true },
  { time: "06:40", area: "Dock 2", kind: "damage", minutes: 50, text: "Ramp is bent", solved: false },
  { time: "09:00", area: "Hall A", kind: "note", minutes: 0, text: "Fire drill on Thursday", solved: false },
  { time: "11:30", area: "Hall A", kind: "damage", minutes: 0, text: "Two boxes wet", solved: true },
  { time: "14:05", area: "Office", kind: "delay", minutes: 0, text: "Printer does not answer", solved: false },
];
