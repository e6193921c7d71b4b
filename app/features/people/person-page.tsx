import { Form, Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { Crumbs } from "../../ui/crumbs.tsx";
import { Notice } from "../../ui/notice.tsx";
import type { PersonView } from "./open-person.server.ts";
import { COURSE_ROLES, type PersonRole } from "./people-rules.ts";

interface Shown extends PersonView {
  /** The administrator looks at themself. */
  isSelf: boolean;
  /** What the page asks to confirm. */
  asksFor: "give" | "take" | null;
}

/** Somebody's roles, each given or taken with one button. */
export function PersonPage({ view, message }: { view: Shown; message?: string }) {
  const { person, courses } = view;
  return (
    <div className="page person-page">
      <header className="stack">
        <Crumbs trail={[{ label: "People", to: "/people" }]} />
        <h1><bdi>{person.name}</bdi></h1>
        <p className="muted"><bdi>{person.email}</bdi></p>
      </header>
      {message && <Notice tone="bad" live>{message}</Notice>}
      <section className="sheet" aria-labelledby="roles">
        <div className="list-title"><h2 id="roles">Roles in courses</h2><p className="muted small">Changes hold from the next page that {view.isSelf ? "you open" : "they open"}. What somebody did in a course is kept when their place in it is taken.</p></div>
        {courses.length === 0 && <p className="side-part muted">There are no courses yet.</p>}
        <ul className="list">
          {courses.map(({ id, title, isPublished, roles }) => (
            <li key={id} className="course-roles">
              <h3>{title} {!isPublished && <span className="tag">not published</span>}</h3>
              <div className="role-buttons">
                {COURSE_ROLES.map((role) => <RoleButton key={role} userId={person.id} course={{ id, title }} role={role} has={roles[role]} />)}
              </div>
            </li>
          ))}
        </ul>
      </section>
      <AdministratorPart view={view} />
    </div>
  );
}

function RoleButton({ userId, course, role, has }: { userId: string; course: { id: string; title: string }; role: PersonRole; has: boolean }) {
  return (
    <Form method="post" action={`/people/${userId}?form=role`} preventScrollReset>
      <input type="hidden" name="courseId" value={course.id} />
      <input type="hidden" name="role" value={role} />
      <button className={has ? "role-button has" : "role-button"} name="change" value={has ? "take" : "give"} aria-pressed={has} aria-label={`${role} in ${course.title}`}>
        <span className="role-mark" aria-hidden="true">{has && <Check size={14} strokeWidth={3} />}</span> {role}
      </button>
    </Form>
  );
}

function AdministratorPart({ view }: { view: Shown }) {
  const { person, isLastAdministrator, isSelf, asksFor } = view;
  const page = `/people/${person.id}`;
  return (
    <section className="sheet side-part stack" aria-labelledby="administrator" id="administrator-part">
      <h2 id="administrator">The whole site</h2>
      <p>{person.isAdministrator ? <><b>Administrator.</b> {isSelf ? "You give" : "Gives"} and {isSelf ? "take" : "takes"} roles, and {isSelf ? "teach" : "teaches"} in every course.</> : "Not an administrator."}</p>
      {isLastAdministrator && <p className="muted">This is the only administrator, so the role cannot be taken. Make somebody else one first.</p>}
      {asksFor && !isLastAdministrator && (
        <Notice tone="attention">
          <p><b>{asksFor === "give" ? `Make ${person.name} an administrator?` : isSelf ? "Give up being an administrator?" : `Take the role from ${person.name}?`}</b></p>
          <p>{asksFor === "give" ? "They can then change everybody's roles, yours too, and every course." : isSelf ? "You cannot undo this yourself." : "They lose this page and every course that they have no role in."}</p>
          <Form method="post" action={`${page}?form=administrator`} className="decision-acts">
            <input type="hidden" name="confirmed" value="yes" />
            <button className={asksFor === "take" ? "button danger" : "button primary"} name="change" value={asksFor} autoFocus>{asksFor === "give" ? "Make administrator" : "Take the role"}</button>
            <Link className="button" to={page} preventScrollReset>Leave it</Link>
          </Form>
        </Notice>
      )}
      {!asksFor && !isLastAdministrator && <p><Link className="button" to={`${page}?confirm=administrator#administrator-part`} preventScrollReset>{person.isAdministrator ? "Take the role…" : "Make administrator…"}</Link></p>}
    </section>
  );
}
