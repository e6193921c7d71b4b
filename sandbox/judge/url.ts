/** `URL` and `URLSearchParams`. Parsing is the host's own (strings in, strings out); the objects are this realm's. */

interface Parts {
  href: string; origin: string; protocol: string; username: string; password: string; host: string; hostname: string;
  port: string; pathname: string; search: string; hash: string;
}
const WRITABLE = ["href", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"] as const;

export function makeUrlClasses(parse: (request: string) => string): { URL: unknown; URLSearchParams: unknown } {
  const ask = (request: { href: string; base?: string; set?: string; value?: string }): Parts | null => {
    const answer: unknown = JSON.parse(parse(JSON.stringify(request)));
    return answer as Parts | null;
  };

  class SearchParams {
    #pairs: [string, string][] = [];
    #changed: (() => void) | null = null;
    constructor(init?: unknown) {
      if (init === undefined || init === null) return;
      if (typeof init === "object" && typeof (init as Partial<Iterable<unknown>>)[Symbol.iterator] === "function") {
        for (const pair of init as Iterable<Iterable<unknown>>) {
          const [name, value, ...rest] = [...pair];
          if (rest.length > 0 || value === undefined) throw new TypeError("Each query pair must be an iterable [name, value] tuple");
          this.#pairs.push([String(name), String(value)]);
        }
      } else if (typeof init === "object") {
        for (const key of Object.keys(init)) this.#pairs.push([key, String((init as Record<string, unknown>)[key])]);
      } else this.#pairs = parseQuery(String(init));
    }
    /** Ties the parameters to a URL. */
    static bind(params: SearchParams, changed: () => void): void {
      params.#changed = changed;
    }
    static replace(params: SearchParams, query: string): void {
      params.#pairs = parseQuery(query);
    }
    append(name: unknown, value: unknown): void {
      this.#pairs.push([String(name), String(value)]);
      this.#changed?.();
    }
    delete(name: unknown, value?: unknown): void {
      this.#pairs = this.#pairs.filter(([key, item]) => key !== String(name) || (value !== undefined && item !== String(value)));
      this.#changed?.();
    }
    get(name: unknown): string | null {
      return this.#pairs.find(([key]) => key === String(name))?.[1] ?? null;
    }
    getAll(name: unknown): string[] {
      return this.#pairs.filter(([key]) => key === String(name)).map(([, value]) => value);
    }
    has(name: unknown, value?: unknown): boolean {
      return this.#pairs.some(([key, item]) => key === String(name) && (value === undefined || item === String(value)));
    }
    set(name: unknown, value: unknown): void {
      const at = this.#pairs.findIndex(([key]) => key === String(name));
      if (at === -1) this.#pairs.push([String(name), String(value)]);
      else {
        (this.#pairs[at] as [string, string])[1] = String(value);
        this.#pairs = this.#pairs.filter(([key], i) => i <= at || key !== String(name));
      }
      this.#changed?.();
    }
    sort(): void {
      this.#pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      this.#changed?.();
    }
    forEach(callback: (value: string, name: string, params: SearchParams) => void): void {
      for (const [name, value] of this.#pairs) callback(value, name, this);
    }
    get size(): number {
      return this.#pairs.length;
    }
    *entries(): Generator<[string, string]> {
      for (const [name, value] of this.#pairs) yield [name, value];
    }
    *keys(): Generator<string> {
      for (const [name] of this.#pairs) yield name;
    }
    *values(): Generator<string> {
      for (const [, value] of this.#pairs) yield value;
    }
    [Symbol.iterator](): Generator<[string, string]> {
      return this.entries();
    }
    toString(): string {
      return this.#pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
    }
    get [Symbol.toStringTag](): string {
      return "URLSearchParams";
    }
  }

  class Url {
    #parts: Parts;
    #params: SearchParams;
    constructor(href: unknown, base?: unknown) {
      const parts = ask(base === undefined ? { href: String(href) } : { href: String(href), base: String(base) });
      if (parts === null) {
        const error = new TypeError("Invalid URL") as TypeError & { code: string; input: string };
        error.code = "ERR_INVALID_URL";
        error.input = String(href);
        throw error;
      }
      this.#parts = parts;
      this.#params = new SearchParams(parts.search);
      SearchParams.bind(this.#params, () => this.#set("search", String(this.#params), false));
    }
    #set(name: string, value: string, refresh = true): void {
      const parts = ask({ href: this.#parts.href, set: name, value });
      if (parts === null) throw new TypeError("Invalid URL");
      this.#parts = parts;
      if (refresh) SearchParams.replace(this.#params, parts.search);
    }
    static read(url: Url, name: keyof Parts): string {
      return url.#parts[name];
    }
    static write(url: Url, name: string, value: unknown): void {
      url.#set(name, String(value));
    }
    static canParse(href: unknown, base?: unknown): boolean {
      return ask(base === undefined ? { href: String(href) } : { href: String(href), base: String(base) }) !== null;
    }
    static parse(href: unknown, base?: unknown): Url | null {
      return Url.canParse(href, base) ? new Url(href, base) : null;
    }
    get searchParams(): SearchParams {
      return this.#params;
    }
    toString(): string {
      return this.#parts.href;
    }
    toJSON(): string {
      return this.#parts.href;
    }
    get [Symbol.toStringTag](): string {
      return "URL";
    }
  }
  const { read, write } = Url;
  for (const name of [...WRITABLE, "origin"] as const) {
    Object.defineProperty(Url.prototype, name, {
      get(this: Url) {
        return read(this, name);
      },
      ...(name === "origin" ? {} : {
        set(this: Url, value: unknown) {
          write(this, name, value);
        },
      }),
      configurable: true, enumerable: true,
    });
  }
  Object.defineProperty(Url, "name", { value: "URL" });
  Object.defineProperty(SearchParams, "name", { value: "URLSearchParams" });
  return { URL: Url, URLSearchParams: SearchParams };
}

function parseQuery(query: string): [string, string][] {
  const text = query.startsWith("?") ? query.slice(1) : query;
  return text.split("&").filter((part) => part !== "").map((part) => {
    const at = part.indexOf("=");
    return at === -1 ? [decode(part), ""] : [decode(part.slice(0, at)), decode(part.slice(at + 1))];
  });
}
function decode(text: string): string {
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll("%20", "+").replace(/[!'()~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
