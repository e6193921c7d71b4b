import type { IncomingMessage } from "node:http";
import type { Request as Incoming } from "express";

/** What a form without files is sent as. */
export const FORM_TYPE = /^application\/x-www-form-urlencoded\b/;
/** Nobody sees it; without a reason of its own each abort writes down a stack. */
const GONE = new Error("The client has gone.");

/**
 * A request of the web over one of Node's. Most routes ask for its address, its method and its body: the rest is made
 * when somebody asks for it, and the body is read from the connection then, as text, as JSON, or as a form of words.
 */
export class HeldRequest implements Request {
  readonly url: string;
  readonly method: string;
  readonly #incoming: IncomingMessage;
  readonly #hasGone: (listener: () => void) => void;
  #whole: Request | undefined;
  #abort: AbortController | undefined;
  #bytes: Promise<Buffer> | undefined;

  /**
   * @param hasGone calls its listener when the client has gone before the answer was sent
   * @throws TypeError with the code `ERR_INVALID_URL` when its host is none
   */
  constructor(incoming: Incoming, hasGone: (listener: () => void) => void) {
    const host = incoming.get("x-forwarded-host") ?? incoming.get("host") ?? incoming.hostname;
    this.url = new URL(incoming.originalUrl, `${incoming.protocol}://${host}`).href;
    this.method = incoming.method;
    this.#incoming = incoming;
    this.#hasGone = hasGone;
  }

  get #rest(): Request {
    return (this.#whole ??= new Request(this.url, { method: this.method, headers: toHeaders(this.#incoming.headers), signal: this.signal }));
  }

  /** The body is kept, so that whoever reads it first leaves it to the next. */
  clone(): Request {
    return this;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.#body());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async formData(): Promise<FormData> {
    if (!FORM_TYPE.test(this.#incoming.headers["content-type"] ?? "")) throw new TypeError("This body is no form.");
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(await this.text())) form.append(name, value);
    return form;
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#body());
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return (await this.bytes()).buffer;
  }

  async blob(): Promise<Blob> {
    return new Blob([await this.bytes()], { type: this.#incoming.headers["content-type"] ?? "" });
  }

  #body(): Promise<Buffer> {
    return (this.#bytes ??= readBody(this.#incoming));
  }

  get headers(): Headers {
    return this.#rest.headers;
  }
  /** Aborts when the client has gone before the answer was sent. */
  get signal(): AbortSignal {
    if (this.#abort === undefined) {
      const abort = (this.#abort = new AbortController());
      this.#hasGone(() => abort.abort(GONE));
    }
    return this.#abort.signal;
  }
  /** Never a stream: it is read by the methods above. */
  get body(): null {
    return null;
  }
  get bodyUsed(): boolean {
    return this.#bytes !== undefined;
  }
  get cache(): RequestCache {
    return this.#rest.cache;
  }
  get credentials(): RequestCredentials {
    return this.#rest.credentials;
  }
  get destination(): RequestDestination {
    return this.#rest.destination;
  }
  get duplex(): "half" {
    return "half";
  }
  get integrity(): string {
    return this.#rest.integrity;
  }
  get keepalive(): boolean {
    return this.#rest.keepalive;
  }
  get mode(): RequestMode {
    return this.#rest.mode;
  }
  get redirect(): RequestRedirect {
    return this.#rest.redirect;
  }
  get referrer(): string {
    return this.#rest.referrer;
  }
  get referrerPolicy(): ReferrerPolicy {
    return this.#rest.referrerPolicy;
  }
}

function toHeaders(headers: IncomingMessage["headers"]): [string, string][] {
  const list: [string, string][] = [];
  for (const name in headers) {
    const value = headers[name];
    if (value !== undefined) list.push([name, Array.isArray(value) ? value.join(", ") : value]);
  }
  return list;
}

/** Its length was limited before. */
function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.once("end", () => resolve(Buffer.concat(chunks)));
    incoming.once("error", reject);
    incoming.once("close", () => reject(GONE));
    incoming.resume();
  });
}
