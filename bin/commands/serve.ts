import type { Command } from "commander";
import { parseSettings, type Settings } from "../../app/settings.server.ts";
import { makeDeps, type Deps } from "../../app/deps.server.ts";
import { endWithSentence } from "../end-with-sentence.ts";

/** Stopping takes at most the patience for connections and running grades; past this something hangs. */
const STOP_LIMIT_MS = 15_000;

export function addServeCommand(program: Command): void {
  program
    .command("serve")
    .description("Serve the site. Settings come from the environment: see `rung config`.")
    .action(endWithSentence(() => serve(readServeSettings(process.env))));
}

/** In a demo the terminal is for the person, not for a line a request, unless they ask for it. */
function readServeSettings(environment: NodeJS.ProcessEnv): Settings {
  const settings = parseSettings(environment);
  return settings.NODE_ENV === "demo" && !environment.LOG_LEVEL ? { ...settings, LOG_LEVEL: "warn" } : settings;
}

async function serve(settings: Settings): Promise<void> {
  // React and Express choose by this variable when they are first imported, which is below.
  process.env.NODE_ENV = settings.NODE_ENV === "development" ? "development" : "production";
  const { createWiring } = await import("../../app/wiring.server.ts");
  const { startServer } = await import("../../server.ts");

  const wiring = await createWiring(settings);
  const signIns = settings.NODE_ENV === "production" ? [] : await seedAndDescribe(makeDeps(wiring));
  const server = await startServer(settings, { wiring });

  // In production what is printed is a log, read by machines.
  if (settings.NODE_ENV === "production") wiring.log.info(`Rung is at ${server.url}`);
  else console.log([`\nRung is at ${server.url}`, ...signIns, "\nStop it with Ctrl+C.\n"].join("\n"));

  async function stop() {
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    await server.stop();
    process.exit(0);
  }
  // A second signal changes nothing: a terminal sends one to the whole group, and a parent may forward its own.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // In development Vite would end the process at once, before what is open here is closed.
    process.removeAllListeners(signal);
    process.on(signal, () => void stop());
  }
  // Started by another process that is gone.
  if (process.send) process.on("disconnect", () => void stop());
}

async function seedAndDescribe(deps: Deps): Promise<string[]> {
  const { DEMO_ACCOUNTS, DEMO_PASSWORD, seedDemo } = await import("../../app/features/demo/seed-demo.server.ts");
  const { findUserByEmail } = await import("../../db/queries/users.ts");
  await seedDemo(deps);
  const lines: string[] = [];
  for (const { email, role } of DEMO_ACCOUNTS) {
    if (await findUserByEmail(deps.db, { email })) lines.push(`  ${email.padEnd(28)} ${role}`);
  }
  return lines.length > 0 ? [`\nSign in with the password ${DEMO_PASSWORD} as`, ...lines] : [];
}
