/** Where Pyodide's files are. */
import { createRequire } from "node:module";
import { dirname } from "node:path";

export const PYODIDE = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
