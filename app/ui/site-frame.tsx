import { Link, NavLink } from "@remix-run/react";
import { BookOpen, Box, CalendarDays, ClipboardCheck, House, PenLine, Search, User, Users, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { AccountMenu } from "./account-menu.tsx";
import { Brand } from "./brand.tsx";
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
  label: string;
  icon: LucideIcon;
  /** Left out below on narrow screens, where there is room for few: the account menu leads there. */
  isRare?: boolean;
}

function listPlaces(user: FrameUser): Place[] {
  return [
    { to: "/today", label: "Today", icon: House },
    { to: "/courses", label: "Courses", icon: BookOpen },
    { to: "/plan", label: "Plan", icon: CalendarDays },
    ...(user.teaches ? [{ to: "/teach", label: "Teach", icon: PenLine }] : []),
    ...(user.grades ? [{ to: "/review", label: "Review", icon: ClipboardCheck }] : []),
    ...(user.isAdministrator ? [{ to: "/people", label: "People", icon: Users }, { to: "/sandbox", label: "Sandbox", icon: Box, isRare: true }] : []),
  ];
}

/** Skip link, bar, main navigation (below on narrow screens) around a page. */
export function SiteFrame({ user, children }: { user: FrameUser | null; children: ReactNode }) {
  const places = user ? listPlaces(user) : [];
  return (
    <div className={`site ${user ? "has-nav" : ""}`}>
      <a className="button skip-link" href="#main">Skip to the content</a>
      <header className="top">
        <Link className="brand" to={user ? "/today" : "/"}><Brand /></Link>
        {user && (
          <nav aria-label="Main">
            {places.map(({ to, label }) => <NavLink key={to} to={to} prefetch="intent">{label}</NavLink>)}
          </nav>
        )}
        <div className="end small">
          {user && <Link className="button quiet icon-only" to="/search" aria-label="Search" aria-keyshortcuts="/"><Search size={20} aria-hidden /></Link>}
          {user ? <AccountMenu name={user.name} places={places.filter(({ isRare }) => isRare)} /> : (
            <>
              <Link className="button quiet" to="/courses">Courses</Link>
              <Link className="button" to="/sign-in">Sign in</Link>
            </>
          )}
        </div>
        <RouteFocus />
        {user && <SearchShortcut />}
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1}>{children}</main>
      {user && (
        <nav className="bottom-nav" aria-label="Main, below">
          {[...places.filter(({ isRare }) => !isRare), { to: "/account", label: "You", icon: User }].map(({ to, label, icon: Icon }) => (
            <NavLink key={to} to={to}><Icon size={22} aria-hidden />{label}</NavLink>
          ))}
        </nav>
      )}
    </div>
  );
}
