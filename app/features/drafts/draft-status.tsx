import { useMessages } from "../../i18n/use-messages.ts";
import type { DraftStatus } from "./draft-keeper.ts";
import { messages } from "./messages.ts";

/** The state of the draft in words, announced when it matters and never while somebody types. */
export function DraftStatusLine({ status }: { status: DraftStatus }) {
  const t = useMessages(messages);
  const isTrouble = status.kind === "retrying" || status.kind === "refused" || status.kind === "conflict";
  const words = t(status.kind === "retrying" ? status.reason : status.kind);
  return (
    <span className={`draft-status small ${isTrouble ? "trouble" : "muted"}`} data-draft-status={status.kind}>
      {words}
      <span className="sr-only" role="status">{isTrouble ? words : ""}</span>
    </span>
  );
}
