import { assertNever } from "../../assert-never.ts";
import type { DraftStatus } from "./draft-keeper.ts";

/** The state of the draft in words, announced when it matters and never while somebody types. */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const isTrouble = status.kind === "retrying" || status.kind === "refused" || status.kind === "conflict";
  return (
    <span className={`draft-status small ${isTrouble ? "trouble" : "muted"}`} data-draft-status={status.kind}>
      {describe(status)}
      <span className="sr-only" role="status">{isTrouble ? describe(status) : ""}</span>
    </span>
  );
}

function describe(status: DraftStatus): string {
  switch (status.kind) {
    case "saved":
      return "Saved";
    case "unsaved":
      return "Not saved yet";
    case "saving":
      return "Saving…";
    case "retrying":
      return status.reason === "offline" ? "Not saved: no connection, trying again" : "Not saved: the server has a problem, trying again";
    case "refused":
      return "Not saved";
    case "conflict":
      return "Changed in another tab";
    default:
      return assertNever(status);
  }
}
