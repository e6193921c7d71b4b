/** In the plain storage while a hand-in waits for a connection, so that a page need not open the database to know. */
export const WAITING_MARK = "rung:hand-ins-wait";
