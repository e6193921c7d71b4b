import { showInvisible } from "../reviews/show-invisible.ts";

interface PlaceProps {
  location: { path: string; line: number };
  /** Moves the editor's cursor; without it, the place is plain text. */
  onGoTo: ((place: { path: string; line: number }) => void) | undefined;
}

/** A line of a learner's file. */
export function Place({ location, onGoTo }: PlaceProps) {
  const text = `${showInvisible(location.path)}, line ${location.line}`;
  if (!onGoTo) return <>{text}</>;
  return <button type="button" className="link-button" onClick={() => onGoTo({ path: location.path, line: location.line })}>{text}</button>;
}
