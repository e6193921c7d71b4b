import { BookOpenText, ClipboardCheck, Hammer, ListChecks, MessageSquareText, SquareTerminal, type LucideIcon } from "lucide-react";
import type { ActivityKind } from "../../catalog/catalog.ts";

const ICONS: Record<ActivityKind, LucideIcon> = { lesson: BookOpenText, lab: SquareTerminal, project: Hammer, quiz: ListChecks, survey: MessageSquareText, task: ClipboardCheck };

/** The kind of an activity as people read it. */
export const KIND_NAMES: Readonly<Record<ActivityKind, string>> = { lesson: "Lesson", lab: "Lab", project: "Project", quiz: "Quiz", survey: "Survey", task: "Task" };

/** Icon and name of an activity's kind. */
export function KindMark({ kind }: { kind: ActivityKind }) {
  const Icon = ICONS[kind];
  return (
    <span className="kind-mark">
      <Icon size={17} strokeWidth={2} aria-hidden />
      {KIND_NAMES[kind]}
    </span>
  );
}
