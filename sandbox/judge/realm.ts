/** This realm's end of the membrane. Import it first: it lists the intrinsics while they are as the engine made them. */
export { intrinsics } from "./membrane/books.ts";
export { membrane } from "./membrane/membrane.ts";
