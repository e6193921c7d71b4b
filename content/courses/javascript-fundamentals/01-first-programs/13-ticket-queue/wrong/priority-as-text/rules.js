const LONGEST_WAIT_HOURS = 24;

/** Whether an open ticket must not wait any longer. */
export function isUrgent(ticket) {
  if (ticket.status !== "open") return false;
  return ticket.priority === "high" || ticket.waitingHours >= LONGEST_WAIT_HOURS;
}

/** For toSorted: negative if a comes first, positive if b comes first, 0 if neither. */
export function compareTickets(a, b) {
  if (a.priority < b.priority) return -1;
  if (a.priority > b.priority) return 1;
  return b.waitingHours - a.waitingHours;
}
