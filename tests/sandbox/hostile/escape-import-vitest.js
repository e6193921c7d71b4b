// class: escape | attempt: import the test library to replace it | lab: sum | expect: errored
import { expect } from "vitest";
expect.extend({});
export const sum = () => 6;
