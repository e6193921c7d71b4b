import { events as example } from "./events.js";

/** The sum of the minutes of all events. */
export function minutesLost(events) {
  return undefined;
}

/** Events that are not solved, without notes, the earliest first. */
export function openIssues(events) {
  return undefined;
}

/** For each area that lost time, how many minutes. */
export function minutesByArea(events) {
  return undefined;
}

/** The whole report as one text. */
export function handoverReport(events) {
  return "";
}

console.log(handoverReport(example));
