import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LastResults } from "../features/dashboard/last-results.tsx";
import { NewForYou } from "../features/dashboard/new-for-you.tsx";
import { NothingYet } from "../features/dashboard/nothing-yet.tsx";
import { openToday } from "../features/dashboard/open-today.server.ts";
import { WhereYouLeftOff } from "../features/dashboard/where-you-left-off.tsx";
import { YourCourses } from "../features/dashboard/your-courses.tsx";
import { YourWeeks } from "../features/dashboard/your-weeks.tsx";
import { openThisWeek } from "../features/plans/open-plan.server.ts";
import { ThisWeek } from "../features/plans/this-week.tsx";
import { countDue } from "../features/practice/count-due.server.ts";
import { PracticeOffer } from "../features/practice/practice-offer.tsx";
import { requireUser } from "../web/require-user.server.ts";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "../features/dashboard/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("title")} · Rung` }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const user = requireUser(context, request);
  return { name: user.name, today: await openToday(context.deps, { userId: user.id }), week: await openThisWeek(context.deps, { userId: user.id }), due: await countDue(context.deps, { userId: user.id }) };
}

export default function TodayPage() {
  const { name, today, week, due } = useLoaderData<typeof loader>();
  const { now, continuation, courses, results, feedback, answers, weeks } = today;
  if (courses.length === 0) {
    return <div className="page"><NothingYet name={name} /><NewForYou feedback={feedback} answers={answers} now={now} /></div>;
  }
  return (
    <div className="page">
      {continuation ? <WhereYouLeftOff continuation={continuation} now={now} /> : <AllDone />}
      <div className="today-columns">
        <YourCourses courses={courses} />
        <div className="stack today-side">
          <ThisWeek week={week} />
          <NewForYou feedback={feedback} answers={answers} now={now} />
          <PracticeOffer due={due} />
          <LastResults results={results} now={now} />
          {weeks && <YourWeeks weeks={weeks} />}
        </div>
      </div>
    </div>
  );
}

function AllDone() {
  const t = useMessages(messages);
  return (
    <section className="sheet next-up" aria-labelledby="next-up">
      <div>
        <p className="small muted">{t("nothingWaits")}</p>
        <h1 id="next-up">{t("allClimbed")}</h1>
        <p className="muted">{t("allFinished")}</p>
      </div>
    </section>
  );
}
