import { notFound } from "../web/require-user.server.ts";

/** Every address that no route knows: a quiet 404. */
export function loader() {
  throw notFound();
}

export function action() {
  throw notFound();
}

export default function Nothing() {
  return null;
}
