/** Work that was handed in without a connection: kept in this browser, sent once when the connection is back. */
import { openDraftDatabase, type WaitingHandIn } from "../drafts/draft-database.ts";
import { decideHandIn, type HandInAnswer, type HandInFate } from "./hand-in-rules.ts";
import { WAITING_MARK } from "./waiting-mark.ts";

const CHANNEL = "rung-hand-ins";

/** What pages of this browser tell each other. */
export interface HandInNews {
  id: string;
  fate: HandInFate | { kind: "kept" } | { kind: "cancelled" };
}

/** Keeps a hand-in in place of an earlier one of the same work. @returns false when this browser keeps nothing */
export async function keepHandIn(handIn: WaitingHandIn): Promise<boolean> {
  try {
    await (await openDraftDatabase()).put("handIns", handIn);
    localStorage.setItem(WAITING_MARK, "yes");
    tell({ id: handIn.id, fate: { kind: "kept" } });
    return true;
  } catch {
    return false;
  }
}

export async function findHandIn(id: string): Promise<WaitingHandIn | null> {
  try {
    return (await (await openDraftDatabase()).get("handIns", id)) ?? null;
  } catch {
    return null;
  }
}

/** The person does not want to hand it in any more. */
export async function cancelHandIn(id: string): Promise<void> {
  await remove(id);
  tell({ id, fate: { kind: "cancelled" } });
}

/** Sends what waits of a person. @returns how many still wait */
export async function sendHandIns(userId: string): Promise<number> {
  const database = await openDraftDatabase().catch(() => null);
  const all = (await database?.getAll("handIns").catch(() => [])) ?? [];
  let waiting = 0;
  for (const { id } of all.filter((one) => one.id.startsWith(`rung:draft:${userId}:`))) if (!(await sendHandIn(id))) waiting += 1;
  return waiting;
}

/** Sends one, in one page at a time. @returns true when it waits no more */
export async function sendHandIn(id: string): Promise<boolean> {
  return alone(`rung-hand-in:${id}`, async () => {
    const handIn = await findHandIn(id);
    if (!handIn) return true;
    const fate = decideHandIn(await send(handIn));
    if (fate.kind === "waits") return false;
    // Handed in anew, or cancelled, while it was on its way: that stays as it is.
    if ((await findHandIn(id))?.body.idempotencyKey === handIn.body.idempotencyKey) await remove(id);
    tell({ id, fate });
    return true;
  });
}

/** Hears what becomes of hand-ins, in whichever page. @returns the way to stop */
export function followHandIns(listener: (news: HandInNews) => void): () => void {
  listeners.add(listener);
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(CHANNEL);
  if (channel) channel.onmessage = ({ data }: MessageEvent<HandInNews>) => listener(data);
  return () => {
    listeners.delete(listener);
    channel?.close();
  };
}

const listeners = new Set<(news: HandInNews) => void>();

function tell(news: HandInNews): void {
  for (const listener of listeners) listener(news);
  if (typeof BroadcastChannel === "undefined") return;
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

async function send({ url, body }: WaitingHandIn): Promise<HandInAnswer> {
  const response = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json", Accept: "application/json" }, body: JSON.stringify(body), redirect: "manual" }).catch(() => null);
  if (!response) return null;
  return { status: response.status, isSignedOut: response.type === "opaqueredirect", body: (await response.json().catch(() => null)) as NonNullable<HandInAnswer>["body"] };
}

async function remove(id: string): Promise<void> {
  try {
    const database = await openDraftDatabase();
    await database.delete("handIns", id);
    if ((await database.count("handIns")) === 0) localStorage.removeItem(WAITING_MARK);
  } catch {
    // It is looked for again, and sent with the same key: no second submission.
  }
}

/** The same key makes one submission of two tries: where the browser has no locks, they do no harm. */
async function alone(name: string, act: () => Promise<boolean>): Promise<boolean> {
  if (!("locks" in navigator)) return act();
  return navigator.locks.request(name, act);
}
