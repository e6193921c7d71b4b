/** Tells the pages of this browser apart that are open from those that are gone, so that nobody takes an open page's text. */

export interface PagePresence {
  /** Resolves when the others can see this page; it is seen until it ends, however it ends, or `leave`. */
  entered: Promise<void>;
  /** Names of the pages that are open, this one included. */
  listOpen(): Promise<Set<string>>;
  leave(): void;
}

const CHANNEL = "rung-pages";
/** How long an open page has to answer where the browser has no locks. */
const ROLL_CALL_MS = 150;

/** Enters under a name that no other page has. A lock is let go by the browser itself when a page crashes. */
export function enterPage(name: string): PagePresence {
  return "locks" in navigator ? enterByLock(name) : enterByRollCall(name);
}

function enterByLock(name: string): PagePresence {
  const lockName = `${CHANNEL}:${name}`;
  let leave = () => {};
  const entered = new Promise<void>((resolve) => {
    const held = () => new Promise<void>((end) => {
      leave = end;
      resolve();
    });
    navigator.locks.request(lockName, held).catch(() => resolve());
  });
  return {
    entered,
    async listOpen() {
      const { held = [] } = await navigator.locks.query();
      return new Set([name, ...held.flatMap((lock) => (lock.name?.startsWith(`${CHANNEL}:`) ? [lock.name.slice(CHANNEL.length + 1)] : []))]);
    },
    leave: () => void entered.then(() => leave()),
  };
}

/** Plain http on another machine's name has no locks: the pages answer each other. */
function enterByRollCall(name: string): PagePresence {
  const channel = new BroadcastChannel(CHANNEL);
  const heard = new Set([name]);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === "who") channel.postMessage({ here: name });
    else if (typeof data === "object" && data !== null && "here" in data && typeof data.here === "string") heard.add(data.here);
  };
  return {
    entered: Promise.resolve(),
    async listOpen() {
      heard.clear();
      heard.add(name);
      channel.postMessage("who");
      await new Promise((resolve) => setTimeout(resolve, ROLL_CALL_MS));
      return new Set(heard);
    },
    leave: () => channel.close(),
  };
}
