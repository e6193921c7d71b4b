import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

/** `/` leads to the search, from everywhere but where something is typed. */
export function SearchShortcut() {
  const navigate = useNavigate();
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.isContentEditable || target?.closest("input, textarea, select, [role=textbox], .monaco-editor, dialog[open]")) return;
      event.preventDefault();
      navigate("/search");
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [navigate]);
  return null;
}
