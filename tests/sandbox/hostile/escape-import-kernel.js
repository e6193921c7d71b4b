// class: escape | attempt: import the module with which namespaces are handed over | lab: sum | expect: errored
import { take } from "rung:kernel";
take("main.js", { sum: () => 6 });
export const sum = () => 6;
