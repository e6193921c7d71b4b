import { Form, useLocation } from "@remix-run/react";
import { ChevronDown } from "lucide-react";
import { useEffect, useRef } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { LanguagePicker } from "./language-picker.tsx";
import { Link } from "./link.tsx";
import { messages } from "./messages.ts";

/** Account and sign-out, folded under the person's name. Opens without scripts; they close it again. */
export function AccountMenu({ name, places }: { name: string; /** What has no room in the navigation of narrow screens. */ places?: readonly { to: string; label: string }[] }) {
  const t = useMessages(messages);
  const menu = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    if (menu.current) menu.current.open = false;
  }, [key]);
  useEffect(() => {
    const onPointer = (event: Event) => {
      if (menu.current?.open && event.target instanceof Node && !menu.current.contains(event.target)) menu.current.open = false;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !menu.current?.open) return;
      menu.current.open = false;
      menu.current.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <details className="account-menu" ref={menu}>
      <summary className="button quiet small">
        <span className="initials" aria-hidden="true">{findInitials(name)}</span>
        <span className="account-name">{name}</span>
        <ChevronDown size={16} aria-hidden />
      </summary>
      <div className="sheet account-menu-list">
        <Link to="/account">{t("yourAccount")}</Link>
        <Link to="/notes">{t("yourNotes")}</Link>
        <Link to="/practice">{t("practise")}</Link>
        <Link to="/certificates">{t("yourCertificates")}</Link>
        {places?.map(({ to, label }) => <Link key={to} to={to}>{label}</Link>)}
        <Form method="post" action="/sign-out"><button>{t("signOut")}</button></Form>
        <LanguagePicker />
      </div>
    </details>
  );
}

/** `Lena Okafor` gives `LO`. */
function findInitials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((word) => (word ? [[...word][0]] : []));
  return letters.join("").toUpperCase();
}
