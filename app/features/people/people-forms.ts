import { z } from "zod";
import { COURSE_ROLES } from "./people-rules.ts";

export const searchForm = z.object({ q: z.string().trim().max(100).catch("").default("") });

export const roleForm = z.object({
  courseId: z.string().min(1).max(200),
  role: z.enum(COURSE_ROLES),
  change: z.enum(["give", "take"]),
});

export const administratorForm = z.object({ change: z.enum(["give", "take"]), confirmed: z.literal("yes") });

export type RoleForm = z.output<typeof roleForm>;
export type AdministratorForm = z.output<typeof administratorForm>;
