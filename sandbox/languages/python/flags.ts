/** Flags of V8 for Python's workers, and for the process that makes their start: a heap is only taken over by a V8 with the same. */
export const FLAGS: readonly string[] = [];
