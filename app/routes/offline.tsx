import type { MetaFunction } from "@remix-run/node";
import { OfflinePage } from "../features/offline/offline-page.tsx";

export const meta: MetaFunction = () => [{ title: "Offline · Rung" }, { name: "robots", content: "noindex" }];

export default OfflinePage;
