/** Where Pyodide's files are, and the native module. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import type IsolatedVm from "isolated-vm";

const require = createRequire(import.meta.url);

export const ivm = require("isolated-vm") as typeof IsolatedVm;
export const PYODIDE = dirname(require.resolve("pyodide/package.json"));
