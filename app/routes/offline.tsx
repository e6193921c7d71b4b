import type { MetaFunction } from "@remix-run/node";
import { OfflinePage } from "../features/offline/offline-page.tsx";
import { createPageT } from "../i18n/find-page-locale.ts";
import { messages } from "../features/offline/messages.ts";

export const meta: MetaFunction = ({ matches }) => [{ title: `${createPageT(messages, matches)("titleOnline")} · Rung` }, { name: "robots", content: "noindex" }];

export default OfflinePage;
