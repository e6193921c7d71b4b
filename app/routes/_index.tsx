import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link } from "@remix-run/react";

export function loader({ context }: LoaderFunctionArgs) {
  if (context.user) throw redirect("/today");
  return null;
}

export default function Welcome() {
  return (
    <div className="page">
      <section className="stack">
        <h1>Learn the next job, an hour after a shift</h1>
        <p>Courses you read and solve at your own pace, with labs that answer in a blink.</p>
        <p className="row"><Link className="button primary" to="/sign-up">Make an account</Link></p>
      </section>
    </div>
  );
}
