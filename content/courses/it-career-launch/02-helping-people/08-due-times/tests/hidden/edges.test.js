import { due } from "./due.js";

const at = (day, hour, minute = 0) => day * 1440 + hour * 60 + minute;
const [MON, TUE, WED, FRI, SUN, NEXT_MON] = [0, 1, 2, 4, 6, 7];

test("is due at the end of the day when it ends exactly there", () => {
  expect(due(at(MON, 16), 60)).toBe(at(MON, 17));
  expect(due(at(FRI, 8), 540)).toBe(at(FRI, 17));
});

test("does not run before eight and from five on", () => {
  expect(due(at(TUE, 6, 30), 10)).toBe(at(TUE, 8, 10));
  expect(due(at(TUE, 7, 59), 1)).toBe(at(TUE, 8, 1));
  expect(due(at(TUE, 17), 1)).toBe(at(WED, 8, 1));
  expect(due(at(TUE, 23, 59), 5)).toBe(at(WED, 8, 5));
});

test("takes the last minute before five", () => {
  expect(due(at(TUE, 16, 59), 1)).toBe(at(TUE, 17));
  expect(due(at(TUE, 16, 59), 2)).toBe(at(WED, 8, 1));
});

test("goes on over several days and weeks", () => {
  expect(due(at(MON, 8), 540 * 5)).toBe(at(FRI, 17));
  expect(due(at(MON, 8), 540 * 5 + 1)).toBe(at(NEXT_MON, 8, 1));
  expect(due(at(SUN, 22), 540 * 11)).toBe(at(21, 17));
  expect(due(at(FRI, 17, 30), 1)).toBe(at(NEXT_MON, 8, 1));
});
