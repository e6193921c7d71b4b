/** Names of the fields of a lab's form that hold files: `file:sum.js`. */
export const FILE_FIELD = "file:";
