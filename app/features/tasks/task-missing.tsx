import { useMessages } from "../../i18n/use-messages.ts";
import type { Missing } from "../progress/explain.ts";
import { useMissingWords } from "../progress/why.tsx";
import { messages } from "./messages.ts";

/** What the task still asks for before it can be handed in. */
export function TaskMissing({ missing }: { missing: readonly Missing[] }) {
  const t = useMessages(messages);
  const words = useMissingWords();
  const left = missing.filter(({ kind }) => kind !== "finish" && kind !== "signature");
  if (left.length === 0) return null;
  return (
    <div className="task-missing small">
      <p><b>{t("stillMissing")}</b></p>
      <ul>{left.map((one) => <li key={one.kind}>{words(one)}</li>)}</ul>
    </div>
  );
}
