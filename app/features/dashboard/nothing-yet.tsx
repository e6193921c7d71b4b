import { Link } from "@remix-run/react";
import { Ladder } from "../../ui/ladder.tsx";

/** The first page of somebody who is in no course yet. */
export function NothingYet({ name }: { name: string }) {
  return (
    <section className="sheet empty-state" aria-labelledby="nothing-yet">
      <Ladder groups={[["ahead", "ahead", "ahead", "ahead", "ahead", "ahead", "ahead"]]} label="A ladder with every rung ahead" />
      <h1 id="nothing-yet">Welcome, {name}</h1>
      <p className="muted">Choose a course, and this page shows every day where you left off. Each lesson and lab is a rung: an outline now, filled when it is done.</p>
      <Link className="button primary" to="/courses">Choose a course</Link>
    </section>
  );
}
