import { useEffect, useRef, type RefObject } from "react";

const COPIED_FOR_MS = 2_000;

/**
 * Text that authors wrote, rendered and sanitised by `renderMarkdown`: nothing else may be given to it. Long code
 * gets a button that copies it once scripts run.
 */
export function Prose({ html, className = "" }: { html: string; className?: string }) {
  const element = useRef<HTMLDivElement>(null);
  useCopyButtons(element, html);
  return <div ref={element} className={`prose ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Adds a "Copy" button to every block of code in the element. */
function useCopyButtons(element: RefObject<HTMLElement>, html: string) {
  useEffect(() => {
    const blocks = [...(element.current?.querySelectorAll("pre") ?? [])];
    const buttons = blocks.map((block) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy-button no-print";
      button.textContent = "Copy";
      button.addEventListener("click", () => void copy(block, button));
      const frame = document.createElement("div");
      frame.className = "code-frame";
      block.replaceWith(frame);
      frame.append(block, button);
      return { button, frame, block };
    });
    return () => {
      for (const { button, frame, block } of buttons) {
        button.remove();
        frame.replaceWith(block);
      }
    };
  }, [element, html]);
}

async function copy(block: HTMLElement, button: HTMLButtonElement) {
  const isCopied = await navigator.clipboard.writeText(block.innerText.replace(/\n$/, "")).then(() => true, () => false);
  button.textContent = isCopied ? "Copied" : "Select it and press Ctrl C";
  setTimeout(() => (button.textContent = "Copy"), COPIED_FOR_MS);
}
