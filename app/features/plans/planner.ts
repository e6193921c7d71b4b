/**
 * The planner: puts what is left of a course onto study days. Pure.
 *
 * A plan is never stored: it is worked out anew from what is left and from the days to come, so a week that was missed
 * is no debt; what was not done simply comes next.
 */
import { Temporal } from "temporal-polyfill";
import { SMALLEST_PIECE_MINUTES } from "./sitting.ts";

type PlainDate = Temporal.PlainDate;

/** Something to do, in the order of the course. */
export interface PlanItem {
  id: string;
  /** What is left of it; zero is left out. */
  minutes: number;
  /** Ids of what must be finished first. */
  after: readonly string[];
  /** Not before this day (a block's week); null: at once. */
  notBefore: PlainDate | null;
}

export interface StudyTime {
  /** Minutes on Monday … Sunday. */
  weekdayMinutes: readonly number[];
  /** First and last days of holidays, both included. */
  daysOff: readonly { first: PlainDate; last: PlainDate }[];
  /** What was done already on the first day: it has so much less room. */
  minutesDoneToday: number;
}

/** A part of an activity on a day. */
export interface Piece {
  id: string;
  minutes: number;
  /** 1-based, of the parts that the activity was split into. */
  part: number;
  /** True: with it the activity is finished. */
  isLast: boolean;
}

export interface PlannedDay {
  day: PlainDate;
  pieces: readonly Piece[];
  minutes: number;
}

export interface StudyPlan {
  /** Days with something to do, in order. */
  days: readonly PlannedDay[];
  /** Minutes that no day within the planner's horizon has room for. */
  unplacedMinutes: number;
  /** The day with the last piece; null when nothing is left, or not all of it has a day. */
  lastDay: PlainDate | null;
}

/** Nobody plans further than this; a course that does not fit is said not to. */
export const HORIZON_DAYS = 3 * 366;

/** Lays `items` onto study days from `from` on. Never on a day off; pieces of an item add up to its minutes. */
export function planStudy(items: readonly PlanItem[], time: StudyTime, from: PlainDate): StudyPlan {
  const queue = orderByNeeds(items).filter(({ minutes }) => minutes > 0).map((item) => ({ item, left: Math.ceil(item.minutes), parts: 0, waits: item.notBefore ? countDays(from, item.notBefore) : 0 }));
  const roomAt = makeRooms(time, from);
  const days: PlannedDay[] = [];
  for (let offset = 0; offset < HORIZON_DAYS && queue.length > 0; offset++) {
    const room = roomAt(offset) - (offset === 0 ? Math.floor(time.minutesDoneToday) : 0);
    const pieces = fillDay(queue, offset, room);
    if (pieces.length > 0) days.push({ day: from.add({ days: offset }), pieces, minutes: pieces.reduce((sum, { minutes }) => sum + minutes, 0) });
  }
  const unplacedMinutes = queue.reduce((sum, { left }) => sum + left, 0);
  return { days, unplacedMinutes, lastDay: unplacedMinutes > 0 ? null : (days.at(-1)?.day ?? null) };
}

/** `waits`: how many days after the plan's first it may begin. */
type Waiting = { item: PlanItem; left: number; parts: number; waits: number };

/** Takes from the head of `queue` what fits; what a later week holds back holds back all that follows it. */
function fillDay(queue: Waiting[], offset: number, room: number): Piece[] {
  const pieces: Piece[] = [];
  let left = Math.max(0, Math.floor(room));
  while (left > 0) {
    const [head] = queue;
    if (!head || head.waits > offset) break;
    // On a day that has begun, a crumb is not worth a start; a day that is short as a whole is taken as it is.
    if (pieces.length > 0 && left < Math.min(SMALLEST_PIECE_MINUTES, head.left)) break;
    const minutes = cutPiece(head.left, left);
    head.left -= minutes;
    head.parts += 1;
    left -= minutes;
    pieces.push({ id: head.item.id, minutes, part: head.parts, isLast: head.left === 0 });
    if (head.left > 0) break;
    queue.shift();
  }
  return pieces;
}

/** As much as fits; but no crumb is left for another day when it can be helped. */
function cutPiece(itemMinutes: number, room: number): number {
  if (itemMinutes <= room) return itemMinutes;
  const rest = itemMinutes - room;
  if (rest >= SMALLEST_PIECE_MINUTES || itemMinutes < 2 * SMALLEST_PIECE_MINUTES) return room;
  return Math.min(room, itemMinutes - SMALLEST_PIECE_MINUTES);
}

/** Minutes of study on a day: what its weekday has, nothing on a day off. */
export function roomOn(day: PlainDate, { weekdayMinutes, daysOff }: Pick<StudyTime, "weekdayMinutes" | "daysOff">): number {
  const isOff = daysOff.some(({ first, last }) => Temporal.PlainDate.compare(first, day) <= 0 && Temporal.PlainDate.compare(day, last) <= 0);
  return isOff ? 0 : Math.max(0, weekdayMinutes[day.dayOfWeek - 1] ?? 0);
}

/** The same for the days after `from`, by plain numbers: a plan asks for a thousand of them. */
function makeRooms({ weekdayMinutes, daysOff }: Pick<StudyTime, "weekdayMinutes" | "daysOff">, from: PlainDate): (offset: number) => number {
  const spans = daysOff.map(({ first, last }) => ({ first: countDays(from, first), last: countDays(from, last) }));
  const weekday = from.dayOfWeek - 1;
  return (offset) => (spans.some(({ first, last }) => first <= offset && offset <= last) ? 0 : Math.max(0, weekdayMinutes[(weekday + offset) % 7] ?? 0));
}

function countDays(from: PlainDate, to: PlainDate): number {
  return from.until(to, { largestUnit: "days" }).days;
}

/** The order of the course, except that what something needs comes before it. Needs that go round in a circle are let be. */
export function orderByNeeds(items: readonly PlanItem[]): PlanItem[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = new Set<PlanItem>();
  const visiting = new Set<string>();
  function take(item: PlanItem) {
    if (ordered.has(item) || visiting.has(item.id)) return;
    visiting.add(item.id);
    for (const id of item.after) {
      const needed = byId.get(id);
      if (needed) take(needed);
    }
    visiting.delete(item.id);
    ordered.add(item);
  }
  for (const item of items) take(item);
  return [...ordered];
}

export interface TargetAnswer {
  /** Minutes on Monday … Sunday that reach the day, within the most there may be. */
  weekdayMinutes: readonly number[];
  isReachable: boolean;
  /** What each study day would have to hold; null when there is no study day left before the target. */
  neededPerDayMinutes: number | null;
}

/**
 * Spreads what is left evenly over the study days up to and with `target`.
 * `mostMinutes` of Monday … Sunday say which days are study days, and what each holds at most.
 */
export function spreadToTarget(totalMinutes: number, mostMinutes: readonly number[], daysOff: StudyTime["daysOff"], from: PlainDate, target: PlainDate): TargetAnswer {
  const roomAt = makeRooms({ weekdayMinutes: mostMinutes, daysOff }, from);
  const length = Math.max(0, Math.min(HORIZON_DAYS, countDays(from, target) + 1));
  const rooms = Array.from({ length }, (_, offset) => roomAt(offset)).filter((room) => room > 0);
  if (rooms.length === 0) return { weekdayMinutes: mostMinutes, isReachable: totalMinutes <= 0, neededPerDayMinutes: null };
  const perDay = findLevel(rooms, totalMinutes);
  const isReachable = perDay !== null;
  return {
    weekdayMinutes: mostMinutes.map((most) => (perDay === null ? most : Math.min(most, perDay))),
    isReachable,
    neededPerDayMinutes: Math.ceil(totalMinutes / rooms.length),
  };
}

/** The smallest whole number of minutes a day (in steps of five) with which all of it fits; null when nothing does. */
function findLevel(rooms: readonly number[], totalMinutes: number): number | null {
  const most = Math.max(...rooms);
  for (let level = 5; level < most + 5; level += 5) {
    if (rooms.reduce((sum, room) => sum + Math.min(room, level), 0) >= totalMinutes) return Math.min(level, most);
  }
  return null;
}

/** The Monday of a day's week. */
export function mondayOf(day: PlainDate): PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}
