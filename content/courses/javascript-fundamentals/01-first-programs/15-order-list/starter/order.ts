export interface OrderLine {
  item: string;
  quantity: number;
}

export interface Order {
  lines: OrderLine[];
  problems: string[];
}

/** A whole number from 1 to 999. Throws a RangeError for anything else. */
export function parseQuantity(text: string): number {
  return 0;
}

/** For example "apples: 120". Throws an Error that says what is wrong. */
export function parseLine(line: string): OrderLine {
  return { item: "", quantity: 0 };
}

/** All good lines, and a note about each bad one. Never throws. */
export function readOrder(text: string): Order {
  return { lines: [], problems: [] };
}
