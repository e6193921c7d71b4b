// class: escape | attempt: import the tests to read them | lab: sum | expect: errored
import * as tests from "./main.test.js";
console.log(Object.keys(tests));
export const sum = () => 6;
