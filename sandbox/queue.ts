/** Who is next: priorities, then turns between owners, one running and one waiting per owner. Pure. */
import { PRIORITIES } from "./contract.ts";
import type { Priority } from "./contract.ts";

interface Waiting<T> {
  item: T;
  owner: string | undefined;
  priority: Priority;
}

export class FairQueue<T> {
  private waiting: Waiting<T>[] = [];
  private readonly running = new Set<string>();
  /** Owners in the order in which they were last served, the latest last. */
  private readonly served = new Map<string, number>();
  private turn = 0;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
  }

  get length(): number {
    return this.waiting.length;
  }

  /** All that wait, in no order. */
  get entries(): readonly { item: T; priority: Priority }[] {
    return this.waiting;
  }

  /** Why this one can't wait; null when it does. */
  add(item: T, owner: string | undefined, priority: Priority): "owner" | "full" | null {
    if (owner !== undefined && this.waiting.some((entry) => entry.owner === owner)) return "owner";
    if (this.waiting.length >= this.limit) return "full";
    this.waiting.push({ item, owner, priority });
    return null;
  }

  /** Takes out what the same owner has waiting as a preview, so that what was asked for can wait in its place. */
  displacePreview(owner: string | undefined, priority: Priority): T | undefined {
    if (owner === undefined || (priority !== "run" && priority !== "submit")) return undefined;
    const at = this.waiting.findIndex((entry) => entry.owner === owner && entry.priority === "preview");
    return at === -1 ? undefined : this.waiting.splice(at, 1)[0]?.item;
  }

  remove(item: T): boolean {
    const at = this.waiting.findIndex((entry) => entry.item === item);
    if (at !== -1) this.waiting.splice(at, 1);
    return at !== -1;
  }

  /** Takes the next one that `canRun` and whose owner has nothing running. */
  next(canRun: (item: T) => boolean = () => true): T | undefined {
    let best = -1;
    this.waiting.forEach((entry, at) => {
      if (!canRun(entry.item)) return;
      if (entry.owner !== undefined && this.running.has(entry.owner)) return;
      if (best === -1 || this.goesBefore(entry, this.waiting[best] as Waiting<T>)) best = at;
    });
    if (best === -1) return undefined;
    const [entry] = this.waiting.splice(best, 1) as [Waiting<T>];
    if (entry.owner !== undefined) {
      this.running.add(entry.owner);
      this.turn += 1;
      this.served.set(entry.owner, this.turn);
      if (this.served.size > 10_000) this.served.delete(this.served.keys().next().value as string);
    }
    return entry.item;
  }

  private goesBefore(a: Waiting<T>, b: Waiting<T>): boolean {
    const rank = PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority);
    if (rank !== 0) return rank < 0;
    const turnOf = (entry: Waiting<T>): number => (entry.owner === undefined ? 0 : (this.served.get(entry.owner) ?? 0));
    return turnOf(a) < turnOf(b);
  }

  done(owner: string | undefined): void {
    if (owner !== undefined) this.running.delete(owner);
  }

  clear(): T[] {
    const items = this.waiting.map((entry) => entry.item);
    this.waiting = [];
    return items;
  }
}
