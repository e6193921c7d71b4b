import { useEffect, useState, type RefObject } from "react";
import type { Passage } from "./note-rules.ts";
import { paintPassages, readSelection } from "./text-of-page.ts";

/** Paints marked passages in a text and follows what is selected in it. */
export function useMarking(text: RefObject<HTMLElement>, passages: readonly Passage[]): { selected: Passage | null } {
  const [selected, setSelected] = useState<Passage | null>(null);
  useEffect(() => {
    paintPassages(text.current, passages.filter(({ quote }) => quote !== ""));
    return () => paintPassages(null, []);
  }, [text, passages]);
  useEffect(() => {
    function onSelectionChange() {
      setSelected(text.current ? readSelection(text.current) : null);
    }
    document.addEventListener("selectionchange", onSelectionChange);
    return () => document.removeEventListener("selectionchange", onSelectionChange);
  }, [text]);
  return { selected };
}
