import { cpSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "./run-command.mjs";

/**
 * Two tests: the migrations fit together, and they make exactly `db/schema.ts`. For the second a further migration is
 * generated beside a copy: there must be nothing to put into it.
 */
export async function checkMigrations(context) {
  const kit = join(context.root, "node_modules", "drizzle-kit", "bin.cjs");
  const check = await run(context, context.node, [kit, "check"]);
  const copy = join(context.scratch, "migrations");
  cpSync(join(context.root, "db", "migrations"), copy, { recursive: true });
  const drift = await run(context, context.node, [kit, "generate", "--dialect", "sqlite", "--schema", "./db/schema.ts", "--out", relative(context.root, copy)]);
  // It takes relative paths only. It ends with 0 also when it wanted to ask something and could not.
  const isSame = drift.code === 0 && drift.output.includes("No schema changes");

  if (check.code !== 0) console.log(`The migrations do not fit together:\n${check.output}`);
  if (!isSame) console.log(`db/schema.ts and db/migrations differ: run npm run db:generate and commit what it writes.\n${drift.output}`);
  const passed = Number(check.code === 0) + Number(isSame);
  return { passed, failed: 2 - passed };
}
