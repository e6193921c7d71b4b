/**
 * Keeps what is in an editor safe, in the page: saves it a moment after the last key, keeps it in the browser until
 * the server has it, tries again without a connection, and notices other tabs. No React and no globals: clock,
 * storage, network and channel are given.
 */
import { decideLocalDraft, type DraftState } from "./draft-rules.ts";
import { sameFiles } from "./same-files.ts";

export const SAVE_AFTER_MS = 800;
const KEEP_LOCALLY_AFTER_MS = 150;
const RETRY_FIRST_MS = 1_000;
const RETRY_MOST_MS = 30_000;

type Files = Record<string, string>;

export type DraftStatus =
  | { kind: "saved" }
  | { kind: "unsaved" }
  | { kind: "saving" }
  /** No answer or a server in trouble; it is tried again. */
  | { kind: "retrying"; reason: "offline" | "trouble" }
  /** The server will not take it as it is; the person has to do something. */
  | { kind: "refused"; message: string }
  /** Another tab or device saved in between. */
  | { kind: "conflict"; theirs: DraftState };

/** What the server said, or that it said nothing. */
export type DraftReply =
  | { kind: "saved"; version: number }
  | { kind: "conflict"; version: number; files: Files }
  | { kind: "refused"; message: string }
  | { kind: "offline" }
  | { kind: "trouble" };

export interface DraftKeeperParts {
  /** The draft as the page was opened with it. */
  opened: DraftState;
  read: () => Files;
  write: (files: Files) => void;
  save: (request: { baseVersion: number; files: Files }, options: { isLeaving: boolean }) => Promise<DraftReply>;
  /** Reads the newest draft; null without an answer. */
  fetchNewest: () => Promise<DraftState | null>;
  /** The browser's storage for this draft; it may throw or forget. */
  local: { read: () => DraftState | null; write: (state: { baseVersion: number; files: Files }) => void; clear: () => void };
  /** Tells the other tabs of this browser which version there is now. */
  announce: (version: number) => void;
  onChange: (status: DraftStatus) => void;
  /** Something happened to the text without a key: for the person. */
  onNotice: (notice: string) => void;
  setTimer: (act: () => void, delayMs: number) => () => void;
}

export interface DraftKeeper {
  status(): DraftStatus;
  version(): number;
  /**
   * Takes in what the browser kept of an earlier visit. Once, when the page has opened.
   * @param options.hasConflict the page opened with a text that was refused because of `opened`
   */
  begin(options?: { hasConflict: boolean }): void;
  /** The text has changed. */
  touch(): void;
  /** Saves now; resolves when the server has the text or has refused it. */
  flush(): Promise<void>;
  /** The page is being hidden or left: keep and save without waiting. */
  leave(): void;
  /** There may be a connection again. */
  retryNow(): void;
  /** Another tab says that it saved this version; or null: the page was away for a while. */
  hearOfVersion(version: number | null): Promise<void>;
  /** The server has put another state in place (reset, restore, taken theirs). */
  replace(state: DraftState): void;
  /** In a conflict: go on with this page's text, over the other. */
  keepMine(): Promise<void>;
  dispose(): void;
}

export function createDraftKeeper(parts: DraftKeeperParts): DraftKeeper {
  let baseVersion = parts.opened.version;
  /** What the server is known to have under `baseVersion`. */
  let stored: Files = { ...parts.opened.files };
  /** Sent without an answer: the server may have it all the same. */
  let unanswered: Files | null = null;
  let status: DraftStatus = { kind: "saved" };
  let saving: Promise<void> | null = null;
  let retryMs = RETRY_FIRST_MS;
  let stopSaveTimer = () => {};
  let stopLocalTimer = () => {};
  let isDisposed = false;

  const isDirty = () => !sameFiles(parts.read(), stored);

  function set(next: DraftStatus) {
    status = next;
    if (!isDisposed) parts.onChange(next);
  }

  function keepLocally() {
    stopLocalTimer();
    if (isDirty()) parts.local.write({ baseVersion, files: parts.read() });
    else parts.local.clear();
  }

  function saveIn(delayMs: number) {
    stopSaveTimer();
    stopSaveTimer = parts.setTimer(() => void flush(), delayMs);
  }

  function touch() {
    if (status.kind === "conflict") return keepLocally();
    if (!isDirty()) {
      stopSaveTimer();
      keepLocally();
      return set({ kind: "saved" });
    }
    stopLocalTimer();
    stopLocalTimer = parts.setTimer(keepLocally, KEEP_LOCALLY_AFTER_MS);
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
      keepLocally();
      set({ kind: "saving" });
      const reply = await parts.save({ baseVersion, files }, { isLeaving: false });
      if (isDisposed) return;
      if (!take(reply, files)) return;
    }
    if (status.kind !== "conflict" && !isDisposed) {
      keepLocally();
      set({ kind: "saved" });
    }
  }

  /** True when saving may go on. */
  function take(reply: DraftReply, files: Files): boolean {
    switch (reply.kind) {
      case "saved":
        stored = files;
        unanswered = null;
        retryMs = RETRY_FIRST_MS;
        if (baseVersion !== reply.version) parts.announce(reply.version);
        baseVersion = reply.version;
        return true;
      case "conflict":
        if (unanswered && sameFiles(reply.files, unanswered)) {
          // Our own save, whose answer was lost on the way.
          baseVersion = reply.version;
          stored = unanswered;
          unanswered = null;
          return true;
        }
        keepLocally();
        set({ kind: "conflict", theirs: { version: reply.version, files: reply.files } });
        return false;
      case "refused":
        set({ kind: "refused", message: reply.message });
        return false;
      case "offline":
      case "trouble":
        unanswered = files;
        set({ kind: "retrying", reason: reply.kind });
        saveIn(retryMs);
        retryMs = Math.min(retryMs * 2, RETRY_MOST_MS);
        return false;
    }
  }

  /** The server's state becomes ours, text included. */
  function adopt(state: DraftState) {
    baseVersion = state.version;
    stored = { ...state.files };
    unanswered = null;
    parts.write(stored);
    stopSaveTimer();
    keepLocally();
    set({ kind: "saved" });
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
    begin({ hasConflict } = { hasConflict: false }) {
      if (hasConflict && isDirty()) return set({ kind: "conflict", theirs: { version: baseVersion, files: { ...stored } } });
      if (isDirty()) return touch();
      const local = parts.local.read();
      if (!local) return;
      // A file that the activity no longer has is not brought back; one that it gained keeps its starter.
      const known = Object.fromEntries(Object.entries(stored).map(([path, text]) => [path, Object.hasOwn(local.files, path) ? (local.files[path] ?? "") : text]));
      switch (decideLocalDraft(parts.opened, { baseVersion: local.version, files: known })) {
        case "drop":
          return parts.local.clear();
        case "apply":
          parts.write(known);
          parts.onNotice("This browser still had text that was not saved. It is back.");
          return touch();
        case "conflict": {
          const theirs = { version: baseVersion, files: { ...stored } };
          parts.write(known);
          return set({ kind: "conflict", theirs });
        }
      }
    },
    leave() {
      keepLocally();
      if (!isDirty() || status.kind === "conflict") return;
      const files = parts.read();
      unanswered = files;
      void parts.save({ baseVersion, files }, { isLeaving: true }).then((reply) => {
        // Seen only when the page was hidden and not closed.
        if (!isDisposed && !saving && reply.kind === "saved" && take(reply, files)) touch();
      });
    },
    retryNow() {
      retryMs = RETRY_FIRST_MS;
      if (status.kind === "retrying") void flush();
    },
    async hearOfVersion(version) {
      if (status.kind === "conflict" || (version !== null && version <= baseVersion)) return;
      if (saving) await saving;
      const newest = await parts.fetchNewest();
      if (isDisposed || !newest || newest.version <= baseVersion) return;
      if (sameFiles(newest.files, parts.read())) return adopt(newest);
      if (isDirty()) return set({ kind: "conflict", theirs: newest });
      adopt(newest);
      parts.onNotice("Changed in another tab: this is the newest text.");
    },
    async keepMine() {
      if (status.kind !== "conflict") return;
      baseVersion = status.theirs.version;
      stored = { ...status.theirs.files };
      set({ kind: "unsaved" });
      await flush();
    },
    dispose() {
      keepLocally();
      isDisposed = true;
      stopSaveTimer();
      stopLocalTimer();
    },
  };
}
