import { Link } from "@remix-run/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import type { ActivityPlace } from "./enter-activity.server.ts";

/** To the activities before and after this one; at the end, back to the course. */
export function ActivitySteps({ place }: { place: ActivityPlace }) {
  const { previous, next, course } = place;
  return (
    <nav className="activity-steps no-print" aria-label="Previous and next">
      {previous ? (
        <Link className="sheet step" to={previous.path} rel="prev">
          <ArrowLeft size={20} aria-hidden />
          <span><span className="small muted block">Previous</span>{previous.title}</span>
        </Link>
      ) : <span />}
      {next ? (
        <Link className="sheet step onward" to={next.path} rel="next" prefetch="intent">
          <span><span className="small muted block">Next</span>{next.title}</span>
          <ArrowRight size={20} aria-hidden />
        </Link>
      ) : (
        <Link className="sheet step onward" to={`/courses/${course.id}`}>
          <span><span className="small muted block">The end of the course</span>{course.title}</span>
          <ArrowRight size={20} aria-hidden />
        </Link>
      )}
    </nav>
  );
}
