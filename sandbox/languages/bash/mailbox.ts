/** One side's letters: what it sends waits until the worker fetches it, what it gets goes to whoever waits. */

export interface Realm {
  receive(text: string): void;
  /** The next letter; "" when there is none. */
  take(): string;
  /** Lets time pass for those who sleep; false when nobody does. */
  wake(): boolean;
}

export class Mailbox {
  private readonly out: string[] = [];
  private readonly waiting: ((text: string) => void)[] = [];

  send(body: object): void {
    this.out.push(JSON.stringify(body));
  }
  /** The answer to what was sent last; answers come in the reverse order of questions. */
  next(): Promise<string> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
  /** False when nobody waits. */
  deliver(text: string): boolean {
    const waiting = this.waiting.pop();
    waiting?.(text);
    return waiting !== undefined;
  }
  take(): string {
    return this.out.shift() ?? "";
  }
}
