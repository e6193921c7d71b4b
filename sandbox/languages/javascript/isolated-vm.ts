/** The native module, which is CommonJS. */
import { createRequire } from "node:module";
import type IsolatedVm from "isolated-vm";

export const ivm = createRequire(import.meta.url)("isolated-vm") as typeof IsolatedVm;
