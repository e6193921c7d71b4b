import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { CourseHead } from "../features/courses/course-head.tsx";
import { ModuleOutline } from "../features/courses/module-outline.tsx";
import { openCourse } from "../features/courses/open-course.server.ts";
import { CoursePace } from "../features/pace/course-pace.tsx";
import { openCoursePace } from "../features/pace/open-course-pace.server.ts";
import { CourseChangesPart } from "../features/versions/course-changes-part.tsx";
import { Crumbs } from "../ui/crumbs.tsx";
import { Prose } from "../ui/prose.tsx";
import { notFound } from "../web/require-user.server.ts";
import { useLocale, useMessages } from "../i18n/use-messages.ts";
import { messages } from "../features/courses/messages.ts";
import { createPageT } from "../i18n/find-page-locale.ts";
import { TranslationSwitch } from "../features/progress/translation-switch.tsx";
import { TextLanguageContext } from "../ui/text-language.tsx";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? [{ title: `${data.course.title} · Rung` }, { name: "description", content: data.course.summary }] : [{ title: `${createPageT(messages, matches)("notFound")} · Rung` }];

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const course = await openCourse(context.deps, { courseId: params.courseId ?? "", user: context.user });
  if (!course) throw notFound();
  const pace = context.user && course.isEnrolled ? await openCoursePace(context.deps, { userId: context.user.id, courseId: course.id }) : null;
  return { course, pace, isSignedIn: context.user !== null, hasChangedAgain: new URL(request.url).searchParams.get("changed") === "again" };
}

export default function CoursePage() {
  const t = useMessages(messages);
  const locale = useLocale();
  const { course, pace, isSignedIn, hasChangedAgain } = useLoaderData<typeof loader>();
  const { language, isStale } = course;
  const textLanguage = useMemo(() => (language === locale && !isStale ? null : { language, isStale, others: [] }), [language, isStale, locale]);
  const { outcomes, audience, overviewHtml, modules, mayOpen, isEnrolled } = course;
  const about = overviewHtml && (
    <section className="course-about" aria-labelledby="about">
      <h2 id="about" className={isEnrolled ? "" : "sr-only"}>{t("about")}</h2>
      <Prose html={overviewHtml} />
    </section>
  );
  return (
    <TextLanguageContext.Provider value={textLanguage}>
      <div className="page">
        <Crumbs trail={[{ label: t("title"), to: "/courses" }]} />
        <TranslationSwitch />
        <CourseHead course={course} isSignedIn={isSignedIn} />
        <div className={`course-columns ${isEnrolled ? "" : "to-enroll"}`}>
          <div className="stack course-main">
            {course.changes && <CourseChangesPart courseId={course.id} changes={course.changes} hasChangedAgain={hasChangedAgain} />}
            {!isEnrolled && about}
            {modules.map((module, index) => <ModuleOutline key={module.id} courseId={course.id} module={module} number={index + 1} mayOpen={mayOpen} isEnrolled={isEnrolled} />)}
            {modules.length === 0 && <p className="sheet empty-state muted">{t("firstModuleSoon")}</p>}
            {isEnrolled && about}
          </div>
          <aside className="stack course-side" aria-label={t("aboutSide")}>
            {pace && <CoursePace pace={pace} />}
            {outcomes.length > 0 && (
              <section className="sheet panel-part" aria-labelledby="outcomes">
                <h2 className="h3" id="outcomes">{t("outcomes")}</h2>
                <ul className="outcomes">{outcomes.map((outcome) => <li key={outcome}>{outcome}</li>)}</ul>
              </section>
            )}
            {audience && (
              <section className="sheet panel-part" aria-labelledby="audience">
                <h2 className="h3" id="audience">{t("audience")}</h2>
                <p>{audience}</p>
              </section>
            )}
          </aside>
        </div>
      </div>
    </TextLanguageContext.Provider>
  );
}
