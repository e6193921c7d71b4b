/**
 * Flags of V8 for Python's workers, and for the process that makes their start: a heap is taken over by a V8 with the same flags only.
 * The interpreter is as it was published: its functions need no look before they are first used.
 */
export const FLAGS: readonly string[] = ["--wasm-lazy-validation"];
