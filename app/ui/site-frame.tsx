import { BookOpen, Box, CalendarDays, ClipboardCheck, House, MessageCircleQuestion, PenLine, Search, User, Users, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { useMessages } from "../i18n/use-messages.ts";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
import { LanguagePicker } from "./language-picker.tsx";
import { Link, NavLink } from "./link.tsx";
import { messages } from "./messages.ts";
import { OfflineNotice } from "./offline-notice.tsx";
import { RouteFocus } from "./route-focus.tsx";
import { SearchShortcut } from "./search-shortcut.tsx";

/** What the frame needs to know of the person. */
export interface FrameUser {
  name: string;
  isAdministrator: boolean;
  teaches: boolean;
  grades: boolean;
}

interface Place {
  to: string;
  /** Which text names it. */
  label: "today" | "courses" | "plan" | "teach" | "review" | "people" | "questions" | "sandbox";
  icon: LucideIcon;
  /** Left out below on narrow screens, where there is room for few: the account menu leads there. */
  isRare?: boolean;
}

function listPlaces(user: FrameUser): Place[] {
  const places: (Place | false)[] = [
    { to: "/today", label: "today", icon: House },
    { to: "/courses", label: "courses", icon: BookOpen },
    { to: "/plan", label: "plan", icon: CalendarDays },
    user.teaches && { to: "/teach", label: "teach", icon: PenLine },
    user.grades && { to: "/review", label: "review", icon: ClipboardCheck },
    user.isAdministrator && { to: "/people", label: "people", icon: Users },
    { to: "/questions", label: "questions", icon: MessageCircleQuestion, isRare: true },
    user.isAdministrator && { to: "/sandbox", label: "sandbox", icon: Box, isRare: true },
  ];
  return places.filter((place) => place !== false);
}

/** Skip link, bar, main navigation (below on narrow screens) around a page. */
export function SiteFrame({ user, children }: { user: FrameUser | null; children: ReactNode }) {
  const t = useMessages(messages);
  const places = user ? listPlaces(user) : [];
  return (
    <div className={`site ${user ? "has-nav" : ""}`}>
      <a className="button skip-link" href="#main">{t("skip")}</a>
      <header className="top">
        <Link className="brand" to={user ? "/today" : "/"}><Brand /></Link>
        {user && (
          <nav aria-label={t("navMain")}>
            {places.map(({ to, label }) => <NavLink key={to} to={to} prefetch="intent">{t(label)}</NavLink>)}
          </nav>
        )}
        <div className="end small">
          {user && <Link className="button quiet icon-only" to="/search" aria-label={t("search")} aria-keyshortcuts="/"><Search size={20} aria-hidden /></Link>}
          {user ? <AccountMenu name={user.name} places={places.filter(({ isRare }) => isRare).map(({ to, label }) => ({ to, label: t(label) }))} /> : (
            <>
              <Link className="button quiet" to="/courses">{t("courses")}</Link>
              <Link className="button" to="/sign-in">{t("signIn")}</Link>
            </>
          )}
        </div>
        <RouteFocus />
        {user && <SearchShortcut />}
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1}>{children}</main>
      {!user && <footer className="site-foot"><LanguagePicker /></footer>}
      {user && (
        <nav className="bottom-nav" aria-label={t("navBelow")}>
          {[...places.filter(({ isRare }) => !isRare), { to: "/account", label: "you" as const, icon: User }].map(({ to, label, icon: Icon }) => (
            <NavLink key={to} to={to}><Icon size={22} aria-hidden />{t(label)}</NavLink>
          ))}
        </nav>
      )}
    </div>
  );
}
