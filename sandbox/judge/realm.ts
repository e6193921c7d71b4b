/** This realm's end of the membrane. Import it first: it lists the intrinsics while they are as the engine made them. */
import { collectIntrinsics } from "./intrinsics.ts";
import { createMembrane } from "./membrane.ts";

export const intrinsics = collectIntrinsics();
export const membrane = createMembrane(intrinsics);
