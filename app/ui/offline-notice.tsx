import { useEffect, useState } from "react";

/** Says that the connection is gone, as long as it is. */
export function OfflineNotice() {
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
  return <div role="status">{isOffline && <p className="offline small">No connection. You can read on here; other pages open again as soon as it is back.</p>}</div>;
}
