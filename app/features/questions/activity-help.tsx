import { Flag, MessageCircleQuestion } from "lucide-react";
import { useEffect, useState } from "react";
import { useMessages } from "../../i18n/use-messages.ts";
import { Link } from "../../ui/link.tsx";
import { ASK_LIMITS, buildAskAddress } from "./ask-address.ts";
import { messages } from "./messages.ts";

/** At every activity: asking about it, or about the passage that is marked in its text, and reporting what is wrong. */
export function ActivityHelp({ path }: { path: string }) {
  const t = useMessages(messages);
  const quote = useMarkedPassage();
  return (
    <p className="activity-help small no-print">
      <Link to={buildAskAddress(path, quote ? { about: "passage", quote } : { about: "activity" })}><MessageCircleQuestion size={17} aria-hidden /> {t(quote ? "askAboutSelection" : "askTitle")}</Link>
      <Link to={`${path}/report`}><Flag size={16} aria-hidden /> {t("report")}</Link>
    </p>
  );
}

/** The text that is marked in an author's text on the page; empty when nothing is. */
function useMarkedPassage(): string {
  const [quote, setQuote] = useState("");
  useEffect(() => {
    function read() {
      const selection = document.getSelection();
      const node = selection?.anchorNode;
      const element = node instanceof Element ? node : node?.parentElement;
      const text = selection && !selection.isCollapsed && element?.closest(".prose") ? selection.toString().replace(/\s+/g, " ").trim() : "";
      setQuote(text.slice(0, ASK_LIMITS.quote));
    }
    document.addEventListener("selectionchange", read);
    return () => document.removeEventListener("selectionchange", read);
  }, []);
  return quote;
}
