import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import express from "express";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { precompressed } from "../../../app/web/precompressed.server.ts";

let folder: string;
let server: ReturnType<typeof createServer>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "rung-precompressed-"));
  writeFileSync(join(folder, "page.js"), "export const one = 1;");
  writeFileSync(join(folder, "page.js.br"), brotliCompressSync("export const one = 1;"));
  writeFileSync(join(folder, "small.js"), "1");
  server = createServer(express().use("/assets", precompressed(folder), express.static(folder)));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

const get = (name: string, encoding: string) =>
  new Promise<{ type: string; encoding: string | undefined; vary: string | undefined; body: Buffer }>((resolve) => {
    request({ port: (server.address() as AddressInfo).port, path: `/assets/${name}`, headers: { "Accept-Encoding": encoding } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ type: response.headers["content-type"] ?? "", encoding: response.headers["content-encoding"], vary: response.headers.vary, body: Buffer.concat(parts) }));
    }).end();
  });

describe("built files", () => {
  it("go out as they were compressed, under their own type", async () => {
    const { type, encoding, vary, body } = await get("page.js", "gzip, br");
    expect([type.split(";")[0], encoding, vary, String(brotliDecompressSync(body))]).toEqual(["application/javascript", "br", "Accept-Encoding", "export const one = 1;"]);
  });
  it("go out plain to who takes no brotli, and where there is no copy", async () => {
    const plain = await get("page.js", "gzip");
    expect([plain.encoding, String(plain.body)]).toEqual([undefined, "export const one = 1;"]);
    expect((await get("small.js", "br")).encoding).toBeUndefined();
  });
});
