import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";

/**
 * What a browser does by itself when it loads a page, for navigation by script: the focus goes to the new page's
 * title, its name is announced, and a bar shows that something is on its way.
 */
export function RouteFocus() {
  const { pathname, hash } = useLocation();
  const navigation = useNavigation();
  const [announced, setAnnounced] = useState("");
  const lastPath = useRef(pathname);

  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    setAnnounced(document.title);
    if (hash !== "") return;
    const target = document.querySelector<HTMLElement>("main h1") ?? document.getElementById("main");
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }, [pathname, hash]);

  return (
    <>
      <div className="sr-only" role="status">{announced}</div>
      {navigation.state !== "idle" && <div className="under-way" aria-hidden="true" />}
    </>
  );
}
