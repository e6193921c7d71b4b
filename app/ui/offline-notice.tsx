import { useEffect, useState } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** Says that the connection is gone, as long as it is. */
export function OfflineNotice() {
  const t = useMessages(messages);
  const [isOffline, setOffline] = useState(false);
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return <div role="status">{isOffline && <p className="offline small">{t("offline")} <a href="/offline">{t("offlineRead")}</a></p>}</div>;
}
