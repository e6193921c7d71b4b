import type { Settings } from "../settings.server.ts";

/** Under which address people reach the site, without a slash at the end: as configured, else as this request came, else as it listens. */
export function siteOrigin(settings: Pick<Settings, "PUBLIC_URL" | "HOST" | "PORT">, request?: Request): string {
  if (settings.PUBLIC_URL) return new URL(settings.PUBLIC_URL).origin;
  return request ? new URL(request.url).origin : `http://${settings.HOST}:${settings.PORT}`;
}
