import { useEffect, type RefObject } from "react";
import { findScrollTop, measurePosition } from "./reading-position.ts";

const SEND_AFTER_MS = 1_500;
/** Smaller steps than this share of the text are not worth a request. */
const SMALLEST_STEP = 0.01;

/** Sends how far the text in `element` is read, a while after scrolling and when the page is left: to `address`. */
export function useReadingPosition(element: RefObject<HTMLElement>, address: string, isKept: boolean) {
  useEffect(() => {
    const text = element.current;
    if (!isKept || !text) return;
    let sent = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Measured while the text is on the page: when it is left, the element is gone already.
    let position = 0;
    const send = () => {
      clearTimeout(timer);
      timer = undefined;
      if (Math.abs(position - sent) < SMALLEST_STEP) return;
      sent = position;
      navigator.sendBeacon(address, new URLSearchParams({ position: position.toFixed(4) }));
    };
    const onScroll = () => {
      position = measurePosition(measure(text));
      timer ??= setTimeout(send, SEND_AFTER_MS);
    };
    const onHide = () => document.visibilityState === "hidden" && send();
    addEventListener("scroll", onScroll, { passive: true });
    addEventListener("pagehide", send);
    document.addEventListener("visibilitychange", onHide);
    return () => {
      removeEventListener("scroll", onScroll);
      removeEventListener("pagehide", send);
      document.removeEventListener("visibilitychange", onHide);
      send();
    };
  }, [element, address, isKept]);
}

/** Scrolls so that the text stands as it did at `position`, and moves the focus there. */
export function scrollToPosition(text: HTMLElement, position: number) {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  scrollTo({ top: findScrollTop(position, measure(text)), behavior: isCalm ? "auto" : "smooth" });
  text.focus({ preventScroll: true });
}

function measure(text: HTMLElement) {
  const { top, height } = text.getBoundingClientRect();
  return { textTop: top + scrollY, textHeight: height, scrollTop: scrollY, windowHeight: innerHeight };
}
