import type { Counts } from "./run-runners.mjs";

export function runLanes(lanes: readonly (readonly string[])[], run: (step: string) => Promise<Counts>): Promise<Counts>;
