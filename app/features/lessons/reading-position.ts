/** How far a text is read, measured at the top of the window. Pure; pixels. */

/** A text and the window it is read through. */
export interface ReadingMeasure {
  /** Top of the text from the top of the page. */
  textTop: number;
  textHeight: number;
  scrollTop: number;
  windowHeight: number;
}

/** Share of the text above the top of the window, 0 to 1; 1 as soon as its end is on the screen. */
export function measurePosition({ textTop, textHeight, scrollTop, windowHeight }: ReadingMeasure): number {
  if (textHeight <= 0) return 0;
  const isEndVisible = scrollTop > 0 && scrollTop + windowHeight >= textTop + textHeight;
  if (isEndVisible) return 1;
  return Math.min(1, Math.max(0, (scrollTop - textTop) / textHeight));
}

/** Where to scroll to so that the text stands as it did at `position`. */
export function findScrollTop(position: number, { textTop, textHeight, windowHeight }: Omit<ReadingMeasure, "scrollTop">): number {
  const end = textTop + textHeight - windowHeight;
  return Math.max(0, Math.min(textTop + position * textHeight, end));
}

/** Whether coming back there is worth an offer: not at the very top, and not at the end. */
export function isWorthOffering(position: number | null): position is number {
  return position !== null && position >= 0.05 && position < 0.97;
}
