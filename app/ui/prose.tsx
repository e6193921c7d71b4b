import { useEffect, useRef, type RefObject } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { messages } from "./messages.ts";
import { useTextLanguageAttributes } from "./text-language.tsx";

const COPIED_FOR_MS = 2_000;

/**
 * Text that authors wrote, rendered and sanitised by `renderMarkdown`: nothing else may be given to it. Long code
 * gets a button that copies it once scripts run.
 */
export function Prose({ html, className = "" }: { html: string; className?: string }) {
  const element = useRef<HTMLDivElement>(null);
  useCopyButtons(element, html);
  return <div ref={element} className={`prose ${className}`} {...useTextLanguageAttributes()} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** The same for a line of text, inside a label or a heading. */
export function AuthorText({ html, className = "", id }: { html: string; className?: string; id?: string }) {
  return <span id={id} className={`prose author-text ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Adds a "Copy" button to every block of code in the element; what a program printed has none. */
function useCopyButtons(element: RefObject<HTMLElement>, html: string) {
  const t = useMessages(messages);
  useEffect(() => {
    const blocks = [...(element.current?.querySelectorAll<HTMLElement>('.code-block:not([data-language="text"])') ?? [])];
    const buttons = blocks.map((block) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy-button no-print";
      button.textContent = t("copy");
      button.addEventListener("click", () => void copy(block.querySelector("pre")?.textContent ?? "", button, t));
      block.append(button);
      return button;
    });
    return () => buttons.forEach((button) => button.remove());
  }, [element, html, t]);
}

async function copy(text: string, button: HTMLButtonElement, t: (key: "copy" | "copied" | "notCopied") => string) {
  const isCopied = await navigator.clipboard.writeText(text).then(() => true, () => false);
  button.textContent = t(isCopied ? "copied" : "notCopied");
  setTimeout(() => (button.textContent = t("copy")), COPIED_FOR_MS);
}
