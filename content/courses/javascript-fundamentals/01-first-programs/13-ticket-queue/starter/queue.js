import { compareTickets, isUrgent } from "./rules.js";

/** The first `count` open tickets in the order in which they should be worked on. */
export function nextTickets(tickets, count) {
  return [];
}

/** For example "3 open, 2 urgent". */
export function overview(tickets) {
  return "";
}
