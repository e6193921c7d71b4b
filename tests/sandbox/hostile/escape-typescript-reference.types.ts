// class: escape | attempt: references and imports that would have the compiler read files of the machine | lab: sum | expect: errored
/// <reference path="/etc/passwd" />
/// <reference path="../../../package.json" />
/// <reference types="node" />
/// <reference lib="dom" />
import type passwd from "../../../etc/passwd";
import type { Stats } from "node:fs";
export type CANARY = passwd | Stats | typeof document;
export const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
