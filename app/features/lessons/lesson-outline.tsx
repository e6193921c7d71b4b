import { useEffect, useState } from "react";
import type { OutlineEntry } from "../../catalog/dress-markup.ts";
import { useMessages } from "../../i18n/use-messages.ts";
import { messages } from "./messages.ts";

/** The headings of the text: beside it on wide pages, folded above it on narrow ones. Marks the section being read. */
export function LessonOutline({ outline }: { outline: readonly OutlineEntry[] }) {
  const t = useMessages(messages);
  const current = useCurrentSection(outline);
  const list = (
    <ol>
      {outline.map(({ id, text, depth }) => (
        <li key={id} className={depth > 2 ? "deeper" : undefined}>
          <a href={`#${id}`} aria-current={id === current ? "location" : undefined}>{text}</a>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <details className="lesson-outline lesson-outline-folded no-print">
        <summary>{t("onThisPage")}</summary>
        <nav aria-label={t("onThisPageFolded")}>{list}</nav>
      </details>
      <nav className="lesson-outline lesson-outline-beside no-print" aria-labelledby="outline">
        <p id="outline" className="small">{t("onThisPage")}</p>
        {list}
      </nav>
    </>
  );
}

/** Id of the last heading above the upper third of the window, or null before the first one. */
function useCurrentSection(outline: readonly OutlineEntry[]): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    let isWaiting = false;
    const look = () => {
      isWaiting = false;
      const above = outline.filter(({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < innerHeight / 3);
      const isAtEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      setCurrent((isAtEnd ? outline : above).at(-1)?.id ?? null);
    };
    const onScroll = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(look);
    };
    look();
    addEventListener("scroll", onScroll, { passive: true });
    return () => removeEventListener("scroll", onScroll);
  }, [outline]);
  return current;
}
