/** `Date` under fake timers, in the realm in which this is evaluated. */

const RealDate = Date;
const { now: realDateNow } = Date;
const { apply, construct, defineProperty } = Reflect;

/** From here on `Date` tells what `tell` says. */
export function fakeDate(tell: () => number): void {
  const now = (): number => Number(tell());
  defineProperty(RealDate, "now", { value: now, configurable: true, writable: true });
  const Faked: DateConstructor = new Proxy(RealDate, {
    apply: () => apply(RealDate.prototype.toString, new RealDate(now()), []) as string,
    construct: (target, args: unknown[], newTarget): object => construct(target, args.length === 0 ? [now()] : args, newTarget === Faked ? target : newTarget) as object,
  });
  defineProperty(globalThis, "Date", { value: Faked, configurable: true, writable: true });
}

export function restoreDate(): void {
  defineProperty(RealDate, "now", { value: realDateNow, configurable: true, writable: true });
  defineProperty(globalThis, "Date", { value: RealDate, configurable: true, writable: true });
}
