// class: cheat | attempt: declare tests of my own | lab: sum | expect: errored
test("passes", () => {});
export const sum = () => 6;
