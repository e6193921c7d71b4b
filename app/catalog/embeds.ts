/** Videos on other sites: the few hosts that a lesson may show, and the address of the player there. Pure. */

export interface Embed {
  /** Whom the reader's browser will contact. */
  host: string;
  /** The name of the site, as people know it. */
  provider: string;
  /** Address of the player, `https:`. */
  address: string;
}

interface Host {
  provider: string;
  /** The path of a player. */
  path: RegExp;
}

/** The only hosts that a page's policy ever lets a frame load from. */
export const EMBED_HOSTS: Readonly<Record<string, Host>> = {
  "www.youtube-nocookie.com": { provider: "YouTube", path: /^\/embed\/[\w-]{6,20}$/ },
  "player.vimeo.com": { provider: "Vimeo", path: /^\/video\/\d{4,14}$/ },
  "framatube.org": { provider: "Framatube (PeerTube)", path: /^\/videos\/embed\/[\w-]{8,40}$/ },
  "tilvids.com": { provider: "TILvids (PeerTube)", path: /^\/videos\/embed\/[\w-]{8,40}$/ },
  "video.blender.org": { provider: "Blender (PeerTube)", path: /^\/videos\/embed\/[\w-]{8,40}$/ },
};

/** The player that an address names, or null when it is none of the known hosts. Only `start` of a query is kept. */
export function parseEmbed(address: string): Embed | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.protocol !== "https:" || url.port !== "" || url.username !== "" || url.password !== "") return null;
  if (!Object.hasOwn(EMBED_HOSTS, url.host)) return null;
  const host = EMBED_HOSTS[url.host];
  if (!host?.path.test(url.pathname)) return null;
  const start = url.searchParams.get("start");
  return { host: url.host, provider: host.provider, address: `https://${url.host}${url.pathname}${start && /^\d{1,5}$/.test(start) ? `?start=${start}` : ""}` };
}

/** The player's address of a page that people copy from their browser, for a message to its author; or null. */
export function suggestEmbed(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url) return null;
  const id = /(?:^|\.)youtube\.com$/.test(url.host) ? url.searchParams.get("v") : url.host === "youtu.be" ? url.pathname.slice(1) : null;
  const suggestion = id ? `https://www.youtube-nocookie.com/embed/${id}` : url.host === "vimeo.com" ? `https://player.vimeo.com/video${url.pathname}` : `https://${url.host}${url.pathname.replace(/^\/(?:w|videos\/watch)\//, "/videos/embed/")}`;
  return parseEmbed(suggestion) ? suggestion : null;
}
