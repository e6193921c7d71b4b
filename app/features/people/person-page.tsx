import { Form, Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import { IssuedCertificates } from "../certificates/certificate-page.tsx";
import type { PersonView } from "./open-person.server.ts";
import { COURSE_ROLES, type PersonRole } from "./people-rules.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface Shown extends PersonView {
  /** The administrator looks at themself. */
  isSelf: boolean;
  /** What the page asks to confirm. */
  asksFor: "give" | "take" | null;
}

/** Somebody's roles, each given or taken with one button. */
export function PersonPage({ view, message }: { view: Shown; message?: string }) {
  const t = useMessages(messages);
  const { person, courses } = view;
  return (
    <div className="page person-page">
      <header className="stack">
        <Crumbs trail={[{ label: t("title"), to: "/people" }]} />
        <h1><bdi>{person.name}</bdi></h1>
        <p className="muted"><bdi>{person.email}</bdi></p>
      </header>
      {message && <Notice tone="bad" live>{message}</Notice>}
      <section className="sheet" aria-labelledby="roles">
        <div className="list-title"><h2 id="roles">{t("roles")}</h2><p className="muted small">{t(view.isSelf ? "rolesHelpSelf" : "rolesHelp")}</p></div>
        {courses.length === 0 && <p className="side-part muted">{t("noCourses")}</p>}
        <ul className="list">
          {courses.map(({ isGone, isPublished, roles, ...course }) => ({ ...course, isPublished, roles, title: isGone ? t("goneCourse", { id: course.id }) : course.title })).map(({ id, title, isPublished, roles }) => (
            <li key={id} className="course-roles">
              <h3>{title} {!isPublished && <span className="tag">{t("notPublished")}</span>}</h3>
              <div className="role-buttons">
                {COURSE_ROLES.map((role) => <RoleButton key={role} userId={person.id} course={{ id, title }} role={role} has={roles[role]} />)}
              </div>
            </li>
          ))}
        </ul>
      </section>
      {view.certificates.length > 0 && <IssuedCertificates certificates={view.certificates} />}
      <AdministratorPart view={view} />
    </div>
  );
}

function RoleButton({ userId, course, role, has }: { userId: string; course: { id: string; title: string }; role: PersonRole; has: boolean }) {
  const t = useMessages(messages);
  return (
    <Form method="post" action={`/people/${userId}?form=role`} preventScrollReset>
      <input type="hidden" name="courseId" value={course.id} />
      <input type="hidden" name="role" value={role} />
      <button className={has ? "role-button has" : "role-button"} name="change" value={has ? "take" : "give"} aria-pressed={has} aria-label={t("roleIn", { role: t(`role-${role}`), course: course.title })}>
        <span className="role-mark" aria-hidden="true">{has && <Check size={14} strokeWidth={3} />}</span> {t(`role-${role}`)}
      </button>
    </Form>
  );
}

function AdministratorPart({ view }: { view: Shown }) {
  const t = useMessages(messages);
  const { person, isLastAdministrator, isSelf, asksFor } = view;
  const page = `/people/${person.id}`;
  return (
    <section className="sheet side-part stack" aria-labelledby="administrator" id="administrator-part">
      <h2 id="administrator">{t("wholeSite")}</h2>
      <p>{person.isAdministrator ? t.rich(isSelf ? "isAdminSelf" : "isAdmin", { b: (words) => <b key="b">{words}</b> }) : t("noAdmin")}</p>
      {isLastAdministrator && <p className="muted">{t("lastAdmin")}</p>}
      {asksFor && !isLastAdministrator && (
        <Notice tone="attention">
          <p><b>{asksFor === "give" ? t("giveAsk", { name: person.name }) : isSelf ? t("takeAskSelf") : t("takeAsk", { name: person.name })}</b></p>
          <p>{t(asksFor === "give" ? "giveWhat" : isSelf ? "takeWhatSelf" : "takeWhat")}</p>
          <Form method="post" action={`${page}?form=administrator`} className="decision-acts">
            <input type="hidden" name="confirmed" value="yes" />
            <button className={asksFor === "take" ? "button danger" : "button primary"} name="change" value={asksFor} autoFocus>{t(asksFor)}</button>
            <Link className="button" to={page} preventScrollReset>{t("leave")}</Link>
          </Form>
        </Notice>
      )}
      {!asksFor && !isLastAdministrator && <p><Link className="button" to={`${page}?confirm=administrator#administrator-part`} preventScrollReset>{t(person.isAdministrator ? "takeMore" : "giveMore")}</Link></p>}
    </section>
  );
}
