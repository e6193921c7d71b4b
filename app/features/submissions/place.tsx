import { showInvisible } from "../reviews/show-invisible.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

interface PlaceProps {
  location: { path: string; line: number };
  /** Moves the editor's cursor; without it, the place is plain text. */
  onGoTo: ((place: { path: string; line: number }) => void) | undefined;
}

/** A line of a learner's file. */
export function Place({ location, onGoTo }: PlaceProps) {
  const t = useMessages(messages);
  const text = t("place", { path: showInvisible(location.path), line: String(location.line) });
  if (!onGoTo) return <>{text}</>;
  return <button type="button" className="link-button" onClick={() => onGoTo({ path: location.path, line: location.line })}>{text}</button>;
}
