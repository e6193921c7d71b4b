/** A session: one file system, one clock, one set of programs, and the shells that share them. */
import { builtins } from "./builtins/all.ts";
import { LimitMet } from "./control.ts";
import { Files } from "./files.ts";
import { interpreter } from "./interpreter.ts";
import { utilityNames } from "./just-bash.ts";
import { bc } from "./programs/bc.ts";
import { date } from "./programs/date.ts";
import { lines } from "./programs/lines.ts";
import { mended } from "./programs/mended.ts";
import { shells } from "./programs/shells.ts";
import { small } from "./programs/small.ts";
import { sort } from "./programs/sort.ts";
import { streaming } from "./programs/streaming.ts";
import { utility } from "./programs.ts";
import type { Program, System } from "./shell.ts";

const HIDDEN = new Set(["html-to-markdown", "help", "history", "alias", "unalias", "time", "rg", "yq", "xan", "js-exec"]);

export const programs: ReadonlyMap<string, Program> = new Map([
  ...utilityNames.filter((name) => !HIDDEN.has(name)).map((name): readonly [string, Program] => [name, utility(name)]),
  ...small, ...streaming, ...lines, ...mended, ...shells, ["bc", bc] as const, ["sort", sort] as const, ["date", date] as const,
]);

/** Time that scripts sleep passes at once, up to this much. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
  /** Lets the next sleeper go on; false when nobody sleeps. */
  wake(): boolean;
}

export function createClock(mostSleepMs: number, limit: string): Clock {
  let sleptMs = 0;
  let sleepers: { untilMs: number; wake(): void }[] = [];
  return {
    now: () => Date.now() + sleptMs,
    sleep: (ms) => new Promise((resolve) => sleepers.push({ untilMs: sleptMs + ms, wake: resolve })),
    wake() {
      const next = sleepers.toSorted((a, b) => a.untilMs - b.untilMs)[0];
      if (next === undefined) return false;
      if (next.untilMs > mostSleepMs) throw new LimitMet("timed-out", limit);
      sleepers = sleepers.filter((one) => one !== next);
      sleptMs = Math.max(sleptMs, next.untilMs);
      next.wake();
      return true;
    },
  };
}

/** Numbers from a text: the same for the same seed. */
export function createRandom(seed: string): () => number {
  let state = 0x9e3779b9;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function createSystem(clock: Clock, random: () => number, more: Partial<System> = {}): System {
  const files = new Files(() => clock.now());
  for (const path of ["/usr/bin", "/bin", "/usr/local/bin", "/tmp", "/home/user", "/etc", "/dev", "/var/tmp", "/lab"]) files.makeFolder(path, true);
  for (const name of programs.keys()) for (const folder of ["/bin", "/usr/bin"]) files.writeBytes(`${folder}/${name}`, "", 0o755);
  files.writeBytes("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nlearner:x:1000:1000::/home/user:/bin/bash\n");
  files.takeChanges();
  return {
    interpreter, files, now: () => clock.now(), random, sleep: (ms) => clock.sleep(ms), builtins, programs,
    runElsewhere: async () => null, complain: () => {}, nextPid: 100 + Math.floor(random() * 900), tasks: new Set(), limit: null, ...more,
  };
}
