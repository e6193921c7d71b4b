import { Link } from "@remix-run/react";
import { Signature } from "lucide-react";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** To what waits for an instructor's signature in a course. */
export function SignOffsLink({ courseId, waiting }: { courseId: string; waiting: number }) {
  const t = useMessages(messages);
  return (
    <Link to={`/teach/${courseId}/sign-offs`}>
      <Signature size={16} aria-hidden /> {waiting === 0 ? t("signOffs") : t("signOffsWaiting", { count: waiting })}
    </Link>
  );
}
