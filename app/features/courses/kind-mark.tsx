import { BookOpenText, ClipboardCheck, Hammer, ListChecks, MessageSquareText, SquareTerminal, type LucideIcon } from "lucide-react";
import type { ActivityKind } from "../../catalog/catalog.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

const ICONS: Record<ActivityKind, LucideIcon> = { lesson: BookOpenText, lab: SquareTerminal, project: Hammer, quiz: ListChecks, survey: MessageSquareText, task: ClipboardCheck };

/** The kind of an activity as people read it. */
export function useKindName(): (kind: ActivityKind) => string {
  const t = useMessages(messages);
  return (kind) => t(`kind-${kind}`);
}

/** Icon and name of an activity's kind. */
export function KindMark({ kind }: { kind: ActivityKind }) {
  const t = useMessages(messages);
  const Icon = ICONS[kind];
  return (
    <span className="kind-mark">
      <Icon size={17} strokeWidth={2} aria-hidden />
      {t(`kind-${kind}`)}
    </span>
  );
}
