// class: cheat | attempt: change what is reported | lab: sum | expect: failed
const { stringify } = JSON;
JSON.stringify = (value, ...rest) => stringify(value, ...rest)?.replace(/failed|errored/g, "passed");
JSON.parse = () => ({ status: "passed" });
String.prototype.toString = () => "passed";
export const sum = () => -1;
