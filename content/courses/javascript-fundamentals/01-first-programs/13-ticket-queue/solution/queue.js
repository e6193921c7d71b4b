import { compareTickets, isUrgent } from "./rules.js";

function openTickets(tickets) {
  return tickets.filter((ticket) => ticket.status === "open");
}

/** The first `count` open tickets in the order in which they should be worked on. */
export function nextTickets(tickets, count) {
  return openTickets(tickets).toSorted(compareTickets).slice(0, count);
}

/** For example "3 open, 2 urgent". */
export function overview(tickets) {
  const open = openTickets(tickets);
  const urgent = open.filter(isUrgent);
  return `${open.length} open, ${urgent.length} urgent`;
}
