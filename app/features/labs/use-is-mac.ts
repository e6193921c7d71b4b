import { useEffect, useState } from "react";

/** Whether keys have Apple's names. False on the server and in the first rendering. */
export function useIsMac(): boolean {
  const [isMac, setMac] = useState(false);
  useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.userAgent)), []);
  return isMac;
}
