import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import type { WaitingView } from "./use-waiting-hand-in.ts";

/** Says that a hand-in waits for the connection, for as long as it does. */
export function WaitingNotice({ waiting }: { waiting: WaitingView | null }) {
  const t = useMessages(messages);
  return (
    <div role="status">
      {waiting && (
        <div className="notice attention row" data-waiting-hand-in>
          <span><b>{t("handInWaits")}</b> {t("handInWaitsMore")}</span>
          <button type="button" className="button small" onClick={waiting.cancel}>{t("handInCancel")}</button>
        </div>
      )}
    </div>
  );
}
