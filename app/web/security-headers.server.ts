import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { drawRandom } from "../draw-random.server.ts";
import { EMBED_HOSTS } from "../catalog/embeds.ts";
import type { Settings } from "../settings.server.ts";

/**
 * One policy for the whole site: client-side navigation keeps the first document's. `style-src-attr` is Monaco's:
 * without it its lines overlap. Nothing needs `unsafe-eval`; workers come from this origin.
 */
export function securityHeaders(settings: Settings): RequestHandler {
  const overTls = settings.PUBLIC_URL?.startsWith("https:") ?? false;
  // In development Vite injects styles and opens a websocket of its own.
  const isDevelopment = settings.NODE_ENV === "development";
  // Built once: only the nonce differs from request to request.
  const nonceOf = (_request: unknown, response: unknown) => `'nonce-${(response as Response).locals.cspNonce as string}'`;
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'", nonceOf],
        "style-src": isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'", nonceOf],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "worker-src": ["'self'"],
        "connect-src": isDevelopment ? ["'self'", "ws:"] : ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
      },
    },
    strictTransportSecurity: overTls ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: "deny" },
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
  return (request, response, next) => {
    response.locals.cspNonce = drawRandom(16).toString("base64");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
    setHeaders(request, response, next);
  };
}

const POLICY = "Content-Security-Policy";

/** Adds a host of videos to what frames of this answer may load. Hosts that the catalog does not know stay out. */
export function allowFrame(response: Pick<Response, "getHeader" | "setHeader">, host: string): void {
  const policy = response.getHeader(POLICY);
  if (typeof policy !== "string" || !Object.hasOwn(EMBED_HOSTS, host)) return;
  const source = `https://${host}`;
  response.setHeader(POLICY, /(^|;)\s*frame-src /.test(policy) ? policy.replace(/((?:^|;)\s*frame-src [^;]*)/, `$1 ${source}`) : `${policy};frame-src 'self' ${source}`);
}
