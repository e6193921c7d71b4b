import { Link } from "@remix-run/react";
import { Fragment } from "react";

/** The way to this page, from the outside in; the page itself is its `h1`. */
export function Crumbs({ trail }: { trail: readonly { label: string; to: string }[] }) {
  return (
    <nav className="crumbs small" aria-label="Breadcrumbs">
      {trail.map(({ label, to }, index) => (
        <Fragment key={to}>
          {index > 0 && <span aria-hidden="true">/</span>}
          <Link to={to}>{label}</Link>
        </Fragment>
      ))}
    </nav>
  );
}
