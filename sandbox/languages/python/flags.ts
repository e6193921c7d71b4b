/**
 * Flags of V8 for Python's workers, and for the process that makes their start: a heap is taken over by a V8 with the same flags only.
 * The interpreter is as it was published: its functions need no look before they are first used. Not rehashing fixes the seed of hashes: who
 * knows it can make tables of their own run slow, which their own limits end.
 */
export const FLAGS: readonly string[] = ["--wasm-lazy-validation", "--no-rehash-snapshot"];
