import type { RequestHandler } from "express";

/** An hour, seconds: the document is the same for everybody and changes with a release. */
const KEPT_S = 3_600;

/**
 * Where a learner's page may do what it likes. `sandbox` gives it an origin of its own, also when its address is opened
 * by itself: no cookie, no storage and no page of this site is in its reach. Scripts and styles stand in the document;
 * nothing is loaded from anywhere and no form leaves. `allow-forms` is for the `submit` event, which is not sent without.
 */
const POLICY = [
  "sandbox allow-scripts allow-forms", "default-src 'none'", "script-src 'unsafe-inline'", "style-src 'unsafe-inline'", "img-src data:", "font-src data:", "media-src data:",
  "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'",
].join("; ");

/**
 * Waits for the one message with the page's text, writes it, and tells the window around it what happens. A page that
 * takes the focus by itself would take it from somebody who types in the editor.
 */
const SCRIPT = `
addEventListener("message", function take(event) {
  if (event.source !== parent || !event.data || typeof event.data.page !== "string") return;
  const send = parent.postMessage.bind(parent), text = String;
  let left = 100;
  const tell = (note) => { if (left-- > 0) send(note, "*"); };
  const show = (value) => { try { return typeof value === "string" ? value : value instanceof Error ? text(value) : value instanceof Element ? value.outerHTML : JSON.stringify(value) ?? text(value); } catch { return text(value); } };
  document.open();
  addEventListener("error", (problem) => {
    if (problem.message) tell({ kind: "error", message: text(problem.message), path: /^https?:/.test(problem.filename) ? null : problem.filename, line: /^https?:/.test(problem.filename) ? null : problem.lineno });
  }, true);
  addEventListener("unhandledrejection", (problem) => tell({ kind: "error", message: text(problem.reason), path: null, line: null }));
  addEventListener("load", () => send({ kind: "loaded", title: document.title }, "*"));
  for (const name of ["log", "info", "warn", "error", "debug"]) console[name] = (...values) => tell({ kind: "log", message: values.map(show).join(" "), path: null, line: null });
  const focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function (...options) { if (navigator.userActivation && navigator.userActivation.hasBeenActive) focus.apply(this, options); };
  document.write(event.data.page);
  document.close();
});
parent.postMessage({ kind: "ready" }, "*");
`;

const DOCUMENT = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title><script>${SCRIPT}</script></head><body></body></html>`;

/** The empty document of the live preview. It stands before the site's own policy, which would allow less and more. */
export function previewFrame(): RequestHandler {
  return (_request, response) => {
    response
      .set({
        "Content-Security-Policy": POLICY,
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": `public, max-age=${KEPT_S}`,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
        "Cross-Origin-Resource-Policy": "same-origin",
      })
      .send(DOCUMENT);
  };
}
