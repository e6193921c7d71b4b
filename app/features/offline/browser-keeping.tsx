import { useEffect, useRef, useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { WAITING_MARK } from "./waiting-mark.ts";

/** Loaded when somebody leaves: no page needs it before. */
const loadLeaving = () => import("./leave-browser.ts");

/** Forms that sign out, wherever they stand. */
const SIGN_OUT = "/sign-out";

interface Leaving {
  form: HTMLFormElement;
  unsaved: number;
}

/**
 * What a page does for reading and writing offline: links load documents while there is no connection, what was handed
 * in without one is sent when it is back, and signing out saves and clears what this browser keeps. Without scripts nothing is kept, and there is nothing to clear.
 */
export function BrowserKeeping({ userId }: { userId: string | null }) {
  const t = useMessages(messages);
  const [leaving, setLeaving] = useState<Leaving | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    addEventListener("click", goByDocument, { capture: true });
    return () => removeEventListener("click", goByDocument, { capture: true });
  }, []);

  useEffect(() => {
    if (!userId) return;
    const onSubmit = (event: Event) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || new URL(form.action).pathname !== SIGN_OUT) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void loadLeaving()
        .then(({ saveAllDrafts }) => saveAllDrafts(userId))
        // Nothing is known of what is unsaved: the person is asked.
        .catch(() => 1)
        .then((unsaved) => (unsaved === 0 && navigator.onLine ? leave(form, true) : setLeaving({ form, unsaved })));
    };
    addEventListener("submit", onSubmit, { capture: true });
    return () => removeEventListener("submit", onSubmit, { capture: true });
  }, [userId]);

  useEffect(() => {
    if (!userId) return;
    const sendWaiting = () => {
      if (isWaiting()) void import("./waiting-hand-ins.ts").then(({ sendHandIns }) => sendHandIns(userId));
    };
    sendWaiting();
    addEventListener("online", sendWaiting);
    return () => removeEventListener("online", sendWaiting);
  }, [userId]);

  useEffect(() => {
    if (leaving) dialog.current?.showModal();
  }, [leaving]);

  if (!leaving) return null;
  const isOffline = !navigator.onLine;
  return (
    <dialog ref={dialog} className="sheet leave-dialog" aria-labelledby="leave-title" onClose={() => setLeaving(null)}>
      <h2 id="leave-title">{t("leaveTitle")}</h2>
      {leaving.unsaved > 0 && <p>{t("leaveText", { count: leaving.unsaved })}</p>}
      {isOffline && <p>{t("leaveNoText")}</p>}
      <p className="row">
        <button type="button" className="button primary" onClick={() => dialog.current?.close()}>{t("stay")}</button>
        {!isOffline && <button type="button" className="button" onClick={() => leave(leaving.form, false)}>{t("leaveAnyway")}</button>}
      </p>
    </dialog>
  );
}

/** Whether anything waits to be handed in from this browser, as far as it says so at once. */
function isWaiting(): boolean {
  try {
    return localStorage.getItem(WAITING_MARK) !== null;
  } catch {
    return false;
  }
}

function leave(form: HTMLFormElement, withDrafts: boolean): void {
  // A document of its own: what this page's scripts hold of the person goes with them.
  void loadLeaving()
    .then(({ clearBrowser }) => clearBrowser({ withDrafts }))
    .finally(() => form.submit());
}

/** Without a connection the page's scripts get no data: the browser's own way leads to what it keeps. */
function goByDocument(event: MouseEvent): void {
  if (navigator.onLine || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || (link.target !== "" && link.target !== "_self")) return;
  event.stopImmediatePropagation();
}
