import { useEffect, useState } from "react";

/**
 * In the page as the server draws it, and gone once scripts listen to the part around it. What drives a browser waits
 * until no `[data-hydrating]` is left: what it does before is not lost, but neither enhanced.
 */
export function HydrationMark() {
  const [isHydrating, setIsHydrating] = useState(true);
  useEffect(() => setIsHydrating(false), []);
  return isHydrating ? <span hidden data-hydrating /> : null;
}
