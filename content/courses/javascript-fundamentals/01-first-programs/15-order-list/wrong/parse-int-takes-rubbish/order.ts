const MOST = 999;

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
  const quantity = parseInt(text, 10);
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST) {
    throw new RangeError(`"${text}" is not a whole number from 1 to ${MOST}`);
  }
  return quantity;
}

/** For example "apples: 120". Throws an Error that says what is wrong. */
export function parseLine(line: string): OrderLine {
  const colon = line.indexOf(":");
  if (colon === -1) throw new Error("there is no colon");

  const item = line.slice(0, colon).trim();
  if (item === "") throw new Error("there is no item");

  return { item, quantity: parseQuantity(line.slice(colon + 1).trim()) };
}

/** All good lines, and a note about each bad one. Never throws. */
export function readOrder(text: string): Order {
  const order: Order = { lines: [], problems: [] };
  for (const [index, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    try {
      order.lines.push(parseLine(line));
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      order.problems.push(`line ${index + 1}: ${message}`);
    }
  }
  return order;
}
