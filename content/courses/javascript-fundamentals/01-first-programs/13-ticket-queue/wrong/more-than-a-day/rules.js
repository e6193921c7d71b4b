const LONGEST_WAIT_HOURS = 24;

/** Highest first. */
const PRIORITIES = ["high", "normal", "low"];

/** Whether an open ticket must not wait any longer. */
export function isUrgent(ticket) {
  if (ticket.status !== "open") return false;
  return ticket.priority === "high" || ticket.waitingHours > LONGEST_WAIT_HOURS;
}

/** For toSorted: negative if a comes first, positive if b comes first, 0 if neither. */
export function compareTickets(a, b) {
  const byPriority = PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority);
  if (byPriority !== 0) return byPriority;
  return b.waitingHours - a.waitingHours;
}
