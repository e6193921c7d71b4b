/** Whether an open ticket must not wait any longer. */
export function isUrgent(ticket) {
  return undefined;
}

/** For toSorted: negative if a comes first, positive if b comes first, 0 if neither. */
export function compareTickets(a, b) {
  return 0;
}
