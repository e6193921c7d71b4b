/**
 * Keeps what is in an editor safe, in the page: keeps each key in the browser until the server has it, saves it a
 * moment after the last one, tries again without a connection, and notices other tabs. No React and no globals:
 * storage, network, timers and channel are given.
 */
import { fitFiles, decideLeftDraft } from "./left-draft-rules.ts";
import type { DraftState } from "./draft-rules.ts";
import type { DraftShelter, KeepOutcome, KeptDraft, LeftDraft } from "./draft-shelter.ts";
import { keepInOrder } from "./keep-in-order.ts";
import { mergeFiles } from "./merge-files.ts";
import { sameFiles } from "./same-files.ts";

export const SAVE_AFTER_MS = 800;
const RETRY_FIRST_MS = 1_000;
const RETRY_MOST_MS = 30_000;
/** Base of a text that began from a state that nobody knows any more: it fits to none. */
const NO_VERSION = -1;

type Files = Record<string, string>;

export type DraftStatus =
  | { kind: "saved" }
  | { kind: "unsaved" }
  | { kind: "saving" }
  /** No answer or a server in trouble; it is tried again. */
  | { kind: "retrying"; reason: "offline" | "trouble" }
  /** The server will not take it as it is; the person has to do something. */
  | { kind: "refused"; message: string; reason?: RefusalReason }
  /** Another tab or device saved in between, and both changed the same lines. */
  | { kind: "conflict"; theirs: DraftState };

/** `someone-else`: another person is signed in in this browser now. `closed`: it was handed in meanwhile. */
export type RefusalReason = "someone-else" | "closed";

/** What the server said, or that it said nothing. */
export type DraftReply =
  | { kind: "saved"; version: number }
  | { kind: "conflict"; version: number; files: Files }
  | { kind: "refused"; message: string; reason?: RefusalReason }
  | { kind: "offline" }
  | { kind: "trouble" };

/** Something happened to the text without a key, or this browser cannot keep it. */
export type DraftNotice = "brought-back" | "newest" | "merged" | "set-aside" | "browser-plain" | "browser-full" | "browser-refuses";

const COMPLAINTS: Record<KeepOutcome, DraftNotice | null> = { kept: null, "kept-plainly": "browser-plain", full: "browser-full", refused: "browser-refuses" };

export interface DraftKeeperParts {
  /** The draft as the page was opened with it. */
  opened: DraftState;
  read: () => Files;
  write: (files: Files) => void;
  save: (request: { baseVersion: number; files: Files }, options: { isLeaving: boolean }) => Promise<DraftReply>;
  /** Keeps a text among the draft's earlier versions and gives the draft of now; null without an answer. */
  setAside?: (files: Files) => Promise<DraftState | null>;
  /** Reads the newest draft; null without an answer. */
  fetchNewest: () => Promise<DraftState | null>;
  shelter: DraftShelter;
  /** Tells the other tabs of this browser which version there is now. */
  announce: (version: number) => void;
  onChange: (status: DraftStatus) => void;
  onNotice: (notice: DraftNotice) => void;
  setTimer: (act: () => void, delayMs: number) => () => void;
}

export interface DraftKeeper {
  status(): DraftStatus;
  version(): number;
  /**
   * Takes in what this browser kept of earlier pages. Once, when the page has opened.
   * @param options.hasConflict the page opened with a text that was refused because of `opened`
   */
  begin(options?: { hasConflict: boolean }): Promise<void>;
  /** The text has changed. */
  touch(): void;
  /** Saves now; resolves when the server has the text or has refused it. */
  flush(): Promise<void>;
  /** The page is being hidden or left: keep and save without waiting. */
  leave(): void;
  /** There may be a connection again, or the person may be back. */
  retryNow(): void;
  /** Another tab says that it saved this version; or null: the page was away for a while. */
  hearOfVersion(version: number | null): Promise<void>;
  /** The server has put another state in place (reset, restore, taken theirs). */
  replace(state: DraftState): void;
  /** In a conflict: go on with this page's text, over the other. */
  keepMine(): Promise<void>;
  /** Ends the keeping; resolves when the browser has what the server has not. */
  dispose(): Promise<void>;
}

export function createDraftKeeper(parts: DraftKeeperParts): DraftKeeper {
  const { shelter } = parts;
  let baseVersion = parts.opened.version;
  /** What the server is known to have under `baseVersion`. */
  let stored: Files = { ...parts.opened.files };
  /** Sent without an answer: the server may have it all the same. */
  let unanswered: Files | null = null;
  let status: DraftStatus = { kind: "saved" };
  let saving: Promise<void> | null = null;
  let retryMs = RETRY_FIRST_MS;
  let stopSaveTimer = () => {};
  let isDisposed = false;
  let hasComplained = false;

  const isDirty = () => !sameFiles(parts.read(), stored);
  const snapshot = (): KeptDraft => ({ base: { version: baseVersion, files: stored }, files: parts.read(), unanswered });
  const local = keepInOrder(shelter, () => (isDirty() ? snapshot() : null), (outcome) => {
    const complaint = COMPLAINTS[outcome];
    if (complaint && !hasComplained && !isDisposed) parts.onNotice(complaint);
    hasComplained = complaint !== null;
  });

  function set(next: DraftStatus) {
    status = next;
    if (!isDisposed) parts.onChange(next);
  }

  function saveIn(delayMs: number) {
    stopSaveTimer();
    stopSaveTimer = parts.setTimer(() => void flush(), delayMs);
  }

  function touch() {
    void local.keep();
    if (status.kind === "conflict") return;
    if (!isDirty()) {
      stopSaveTimer();
      return set({ kind: "saved" });
    }
    if (status.kind === "retrying") return;
    set({ kind: "unsaved" });
    saveIn(SAVE_AFTER_MS);
  }

  function flush(): Promise<void> {
    stopSaveTimer();
    saving ??= saveAll().finally(() => (saving = null));
    return saving;
  }

  async function saveAll() {
    while (!isDisposed && status.kind !== "conflict" && isDirty()) {
      const files = parts.read();
      set({ kind: "saving" });
      const reply = await parts.save({ baseVersion, files }, { isLeaving: false });
      if (isDisposed) return;
      if (!take(reply, files)) return;
    }
    if (status.kind !== "conflict" && !isDisposed) {
      await local.keep();
      if (!isDisposed && !isDirty()) set({ kind: "saved" });
    }
  }

  /** The server has `files` under `version`. */
  function know(state: DraftState) {
    baseVersion = state.version;
    stored = { ...state.files };
    unanswered = null;
    void shelter.rememberKnown({ version: baseVersion, files: stored });
  }

  /** True when saving may go on. */
  function take(reply: DraftReply, files: Files): boolean {
    switch (reply.kind) {
      case "saved":
        retryMs = RETRY_FIRST_MS;
        if (baseVersion !== reply.version) parts.announce(reply.version);
        know({ version: reply.version, files });
        return true;
      case "conflict":
        meet({ version: reply.version, files: reply.files });
        return (status as DraftStatus).kind !== "conflict";
      case "refused":
        set(reply);
        return false;
      case "offline":
      case "trouble":
        unanswered = files;
        void local.keep();
        set({ kind: "retrying", reason: reply.kind });
        saveIn(retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MOST_MS);
        return false;
    }
  }

  /** The server's state becomes ours, text included. */
  function adopt(state: DraftState) {
    know(state);
    parts.write(stored);
    stopSaveTimer();
    void local.keep();
    set({ kind: "saved" });
  }

  /** The server has a newer state: it is taken in, joined with what was typed here, or the person chooses. */
  function meet(theirs: DraftState) {
    const mine = parts.read();
    if (sameFiles(theirs.files, mine)) return adopt(theirs);
    // Our own save, whose answer was lost on the way.
    if (unanswered && sameFiles(theirs.files, unanswered)) return know(theirs);
    if (!isDirty()) {
      adopt(theirs);
      return parts.onNotice("newest");
    }
    const merged = mergeFiles({ base: stored, mine, theirs: theirs.files });
    if (!merged) {
      void local.keep();
      return set({ kind: "conflict", theirs: { version: theirs.version, files: { ...theirs.files } } });
    }
    know(theirs);
    parts.write(merged);
    parts.onNotice("merged");
    touch();
  }

  /** A page that was read from the browser's own store may be older than what this browser has saved since. */
  async function catchUp() {
    const known = await shelter.findKnown();
    if (isDisposed || !known || known.version <= baseVersion) return;
    const newest = await parts.fetchNewest();
    if (isDisposed || status.kind === "conflict") return;
    if (!newest) meetQuietly({ version: known.version, files: fitFiles(known.files, stored) });
    else if (newest.version > baseVersion) meet(newest);
  }

  function meetQuietly(state: DraftState) {
    if (isDirty()) meet(state);
    else adopt(state);
  }

  async function takeIn(left: LeftDraft) {
    const server = status.kind === "conflict" ? status.theirs : { version: baseVersion, files: stored };
    const decision = decideLeftDraft({ stored: server, text: parts.read(), isAsking: status.kind === "conflict" }, left);
    switch (decision.kind) {
      case "drop":
        break;
      case "apply":
      case "merge":
        parts.write(decision.files);
        parts.onNotice(decision.kind === "apply" ? "brought-back" : "merged");
        touch();
        break;
      case "conflict": {
        const theirs = { version: baseVersion, files: { ...stored } };
        // Kept under what it began from, so that the question is asked again after a crash.
        baseVersion = left.base.version;
        stored = left.base.files ?? {};
        parts.write(decision.files);
        set({ kind: "conflict", theirs });
        break;
      }
      case "set-aside": {
        const now = await parts.setAside?.(decision.files);
        // It stays where it is, for the next page.
        if (!now || isDisposed) return;
        parts.onNotice("set-aside");
        if (status.kind === "conflict") set({ kind: "conflict", theirs: now });
        else if (sameFiles(now.files, stored)) know(now);
        else meet(now);
        break;
      }
    }
    // First under this page's name, then away: at no moment nowhere.
    const outcome = await local.keep();
    if (outcome === "kept" || outcome === "kept-plainly") await shelter.forgetLeft(left.id);
  }

  return {
    status: () => status,
    version: () => baseVersion,
    touch,
    flush,
    replace(state) {
      adopt(state);
      parts.announce(state.version);
    },
    async begin({ hasConflict } = { hasConflict: false }) {
      if (hasConflict && isDirty()) {
        const theirs = { version: baseVersion, files: { ...stored } };
        baseVersion = NO_VERSION;
        stored = {};
        set({ kind: "conflict", theirs });
        void local.keep();
      } else if (isDirty()) touch();
      await catchUp();
      for (const left of await shelter.listLeft()) if (!isDisposed) await takeIn(left);
    },
    leave() {
      const isSent = isDirty() && status.kind !== "conflict";
      const files = parts.read();
      if (isSent) unanswered = files;
      if (isDirty() && (isSent || local.isBusy())) shelter.keepAtOnce(snapshot());
      void local.keep();
      if (!isSent) return;
      void parts.save({ baseVersion, files }, { isLeaving: true }).then((reply) => {
        // Seen only when the page was hidden and not closed.
        if (reply.kind !== "saved") return;
        if (isDisposed) {
          know({ version: reply.version, files });
          void local.keep();
        } else if (!saving && take(reply, files)) touch();
      });
    },
    retryNow() {
      retryMs = RETRY_FIRST_MS;
      if (status.kind === "retrying" || status.kind === "refused") void flush();
    },
    async hearOfVersion(version) {
      if (status.kind === "conflict" || (version !== null && version <= baseVersion)) return;
      if (saving) await saving;
      const newest = await parts.fetchNewest();
      if (isDisposed || (status as DraftStatus).kind === "conflict" || !newest || newest.version <= baseVersion) return;
      meet(newest);
    },
    async keepMine() {
      if (status.kind !== "conflict") return;
      know(status.theirs);
      set({ kind: "unsaved" });
      await flush();
    },
    async dispose() {
      isDisposed = true;
      stopSaveTimer();
      await local.keep();
    },
  };
}
