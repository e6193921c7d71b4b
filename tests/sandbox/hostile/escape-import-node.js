// class: escape | attempt: import a module of the host | lab: sum | expect: errored
import { readFileSync } from "node:fs";
export const sum = () => readFileSync("/etc/passwd", "utf8");
