/** JSON that other sites' verifiers may read, and search engines shall not list. */
export function publicJson(body: unknown, type = "application/json"): Response {
  return new Response(JSON.stringify(body, null, 2), { headers: { "Content-Type": type, "Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "no-cache", "X-Robots-Tag": "noindex" } });
}
