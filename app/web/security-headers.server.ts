import type { IncomingMessage, ServerResponse } from "node:http";
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
  const nonce = `'nonce-${NONCE}'`;
  const headers = listHeaders(helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "script-src": ["'self'", nonce],
        "style-src": isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
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
  }));
  const policy = (headers.get(POLICY) ?? "").split(NONCE);
  headers.delete(POLICY);
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), browsing-topics=()");
  return (_request, response, next) => {
    const drawn = drawRandom(16).toString("base64");
    response.locals.cspNonce = drawn;
    for (const [name, value] of headers) response.setHeader(name, value);
    response.setHeader(POLICY, policy.join(drawn));
    next();
  };
}

const POLICY = "Content-Security-Policy";
/** Stands for the nonce, which alone differs from request to request. */
const NONCE = "{nonce}";

/** What a middleware sets, which is the same for every request. */
function listHeaders(middleware: ReturnType<typeof helmet>): Map<string, string> {
  const headers = new Map<string, string>();
  const response = { setHeader: (name: string, value: string) => void headers.set(name, value), removeHeader: (name: string) => void headers.delete(name) };
  middleware({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}

/** Adds a host of videos to what frames of this answer may load. Hosts that the catalog does not know stay out. */
export function allowFrame(response: Pick<Response, "getHeader" | "setHeader">, host: string): void {
  const policy = response.getHeader(POLICY);
  if (typeof policy !== "string" || !Object.hasOwn(EMBED_HOSTS, host)) return;
  const source = `https://${host}`;
  response.setHeader(POLICY, /(^|;)\s*frame-src /.test(policy) ? policy.replace(/((?:^|;)\s*frame-src [^;]*)/, `$1 ${source}`) : `${policy};frame-src 'self' ${source}`);
}
