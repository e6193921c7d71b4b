/** Shorter than this is no sitting: an activity is not begun, and not broken off, for less. */
export const SMALLEST_PIECE_MINUTES = 15;
