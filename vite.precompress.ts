import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";
import type { Plugin } from "vite";

const compress = promisify(brotliCompress);
const TEXT = /^assets\/.*\.(js|css)$/;
const LEAST_BYTES = 1_000;
/** The editor and its workers: the highest level would take half a minute for a few per cent. */
const LARGE_BYTES = 1_000_000;

/** Writes each built text beside itself as brotli: smaller than what a server can afford to make at each request. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
    async writeBundle({ dir = "" }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => TEXT.test(file))) {
        const bytes = await readFile(join(dir, name));
        if (bytes.length < LEAST_BYTES) continue;
        const quality = bytes.length > LARGE_BYTES ? 7 : constants.BROTLI_MAX_QUALITY;
        await writeFile(join(dir, `${name}.br`), await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      }
    },
  };
}
