// class: escape | attempt: import a file outside the workspace | lab: sum | expect: errored
export * from "../../../../etc/passwd";
export const sum = () => 6;
