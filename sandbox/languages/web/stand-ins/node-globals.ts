/** Node's globals that happy-dom uses without importing them. */
export { Buffer } from "./node.ts";
