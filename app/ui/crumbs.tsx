import { Fragment } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { Link } from "./link.tsx";
import { messages } from "./messages.ts";

/** The way to this page, from the outside in; the page itself is its `h1`. */
export function Crumbs({ trail }: { trail: readonly { label: string; to: string }[] }) {
  const t = useMessages(messages);
  return (
    <nav className="crumbs small" aria-label={t("breadcrumbs")}>
      {trail.map(({ label, to }, index) => (
        <Fragment key={to}>
          {index > 0 && <span aria-hidden="true">/</span>}
          <Link to={to}>{label}</Link>
        </Fragment>
      ))}
    </nav>
  );
}
