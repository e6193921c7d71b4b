// class: escape | attempt: the import of TypeScript that stands for require | lab: sum | expect: errored
import fs = require("node:fs");
export const sum = (list: number[]): number => Number(fs.readFileSync("/etc/hostname")) + list.length;
