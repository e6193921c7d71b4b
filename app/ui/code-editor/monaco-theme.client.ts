import { monaco } from "./monaco.client.ts";

/** Name of the theme that is drawn from the page's tokens. */
export const THEME = "rung";

/** What somebody may choose for all pages, and change while this one is open. */
const WISHES = { isDark: "(prefers-color-scheme: dark)", hasMoreContrast: "(prefers-contrast: more)", hasFewColours: "(forced-colors: active)" } as const;

/**
 * Gives Monaco the page's colours, now and whenever the device turns light or dark or changes its contrast.
 * Returns a function that stops following.
 */
export function followPageTheme(): () => void {
  const wishes = Object.values(WISHES).map((query) => matchMedia(query));
  defineTheme();
  for (const wish of wishes) wish.addEventListener("change", defineTheme);
  return () => {
    for (const wish of wishes) wish.removeEventListener("change", defineTheme);
  };
}

function defineTheme() {
  const isDark = matchMedia(WISHES.isDark).matches;
  const hasFewColours = matchMedia(WISHES.hasFewColours).matches;
  const read = createTokenReader();
  const rule = (token: string, name: string, fontStyle = "") => ({ token, foreground: read(name).slice(1, 7), fontStyle });
  monaco.editor.defineTheme(THEME, {
    base: hasFewColours ? (isDark ? "hc-black" : "hc-light") : isDark ? "vs-dark" : "vs",
    inherit: true,
    rules: [
      rule("", "--ink"),
      rule("keyword", "--pine", "bold"),
      rule("tag", "--pine"),
      rule("string", "--amber"),
      rule("regexp", "--amber"),
      rule("number", "--brick"),
      rule("comment", "--ink-2", "italic"),
      rule("type", "--focus"),
      rule("delimiter", "--ink-2"),
    ],
    colors: {
      "editor.background": read("--sheet"),
      "editor.foreground": read("--ink"),
      "editorLineNumber.foreground": read("--ink-2"),
      "editorLineNumber.activeForeground": read("--ink"),
      "editor.lineHighlightBorder": read("--line"),
      "editorCursor.foreground": read("--pine"),
      "editor.selectionBackground": read("--selection"),
      ...(hasFewColours ? { "editor.selectionForeground": read("--on-selection") } : { "editor.inactiveSelectionBackground": read("--sunken") }),
      "editorWidget.background": read("--sheet"),
      "editorWidget.border": read("--line"),
      "editorSuggestWidget.selectedBackground": read("--selection"),
      "editorSuggestWidget.selectedForeground": read("--on-selection"),
      "editorIndentGuide.background1": read("--line"),
      "editorError.foreground": read("--brick"),
      "editorWarning.foreground": read("--amber"),
      "editorBracketMatch.background": read("--sunken"),
      "editorBracketMatch.border": read("--ink-2"),
      "focusBorder": read("--focus"),
    },
  });
  monaco.editor.setTheme(THEME);
}

/** Tokens are `light-dark(oklch …)`; Monaco takes `#rrggbb` only. A canvas turns any colour into bytes. */
function createTokenReader(): (name: string) => string {
  const probe = document.createElement("span");
  probe.hidden = true;
  // Or every colour would be read as that of text where few are allowed.
  probe.style.forcedColorAdjust = "none";
  document.body.append(probe);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  queueMicrotask(() => probe.remove());
  return (name) => {
    probe.style.color = `var(${name})`;
    if (!context) return "#808080";
    context.fillStyle = getComputedStyle(probe).color;
    context.fillRect(0, 0, 1, 1);
    const bytes = [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  };
}
