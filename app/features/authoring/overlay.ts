/** An instructor's unpublished changes as an overlay of files over the course folder on disk. Pure. */

/** One changed file. Paths are from the course folder, with `/`. */
export interface Change {
  path: string;
  /** The new bytes; null: the file is to go. */
  bytes: Uint8Array | null;
  /** Hash of the file when the change began; null: it did not exist. */
  baseHash: string | null;
  baseBytes: Uint8Array | null;
  /** Rises with every save, also over discarding: two tabs never overwrite each other silently. */
  version: number;
}

/** A file's new content, before it is known what it began from. */
export interface FileContent {
  path: string;
  bytes: Uint8Array | null;
}

/** What a page opened: the number of the change, or of the file on disk when there is no change. */
export function versionOf(change: Pick<Change, "version"> | null, diskHash: string | null): number {
  if (change) return change.version;
  // Below zero and told apart by content: a page that began from another file on disk is noticed like another tab.
  return diskHash === null ? 0 : -Number.parseInt(diskHash.slice(0, 12), 16) - 1;
}

/** The next number of a file. It comes from the clock, so that a change begun anew never repeats an earlier number. */
export function nextVersion(previous: number, now: Date): number {
  return Math.max(previous + 1, now.getTime());
}

export type DiskState =
  /** Disk is as it was when the change began: publishing writes it. */
  | "as-begun"
  /** Disk already has the new content: nothing is left to publish. */
  | "same"
  /** Somebody else changed the file meanwhile. */
  | "changed"
  /** Somebody else removed the file meanwhile. */
  | "gone";

/** How the disk stands to one change. `hash` is of the new bytes, `diskHash` of the file as it is now; null: no file. */
export function compareWithDisk({ baseHash, hash }: { baseHash: string | null; hash: string | null }, diskHash: string | null): DiskState {
  if (hash === diskHash) return "same";
  if (baseHash === diskHash) return "as-begun";
  return diskHash === null ? "gone" : "changed";
}
