import { due } from "./due.js";

const at = (day, hour, minute = 0) => day * 1440 + hour * 60 + minute;
const [MON, TUE, FRI, SAT, NEXT_MON] = [0, 1, 4, 5, 7];

test("stays within a day when there is time enough", () => {
  expect(due(at(MON, 8), 60)).toBe(at(MON, 9));
  expect(due(at(TUE, 10, 15), 45)).toBe(at(TUE, 11));
});

test("goes on the next morning", () => {
  expect(due(at(MON, 16), 120)).toBe(at(TUE, 9));
});

test("leaves the weekend out", () => {
  expect(due(at(FRI, 15, 30), 240)).toBe(at(NEXT_MON, 10, 30));
  expect(due(at(SAT, 12), 30)).toBe(at(NEXT_MON, 8, 30));
});
