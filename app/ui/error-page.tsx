import { Link } from "@remix-run/react";

/** What happened and what to do next, by the status of the answer. */
export function describeError(status: number): { title: string; text: string } {
  switch (status) {
    case 404:
      return { title: "There is nothing here", text: "The address may be old or mistyped, or the page is not open to you." };
    case 413:
      return { title: "That is too large", text: "Nothing was stored. Send less at once and try again." };
    case 429:
      return { title: "A little too fast", text: "Too many tries in a short time. Wait a minute and try again." };
    case 507:
      return { title: "Nothing could be stored", text: "The server's disk is full. What you typed is still in this browser; try again in a while." };
    default:
      return status >= 500
        ? { title: "Something broke here", text: "It is our fault, it was noted, and nothing of yours is lost. Try again in a moment." }
        : { title: "That did not fit", text: "The page did not understand what was sent, and nothing was changed. Go back, load the page again, and try once more." };
  }
}

/** In place of a page that could not be shown. */
export function ErrorPage({ status, isSignedIn }: { status: number; isSignedIn: boolean }) {
  const { title, text } = describeError(status);
  return (
    <div className="page error-page">
      <BrokenLadder />
      <div className="stack">
        <p className="small muted">Error {status}</p>
        <h1>{title}</h1>
        <p>{text}</p>
        <p className="error-page-ways">
          <Link className="button primary" to={isSignedIn ? "/today" : "/"}>{isSignedIn ? "Go to today" : "Go to the start"}</Link>
          <Link className="button" to="/courses">See the courses</Link>
        </p>
      </div>
    </div>
  );
}

/** The sign of the house with a rung that has slipped. */
function BrokenLadder() {
  return (
    <svg className="broken-ladder" viewBox="0 0 60 120" fill="none" strokeWidth="7" strokeLinecap="round" aria-hidden="true">
      <path d="M12 6v108M48 6v108M12 24h36M12 94h36" stroke="var(--pine)" />
      <path d="M13 52l34 17" stroke="var(--amber)" />
    </svg>
  );
}
