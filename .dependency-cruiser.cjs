/** Which way the arrows go. Each rule says where the code belongs instead. */

/** Only the shapes: nothing is left of such an import when the program runs. */
const NOT_TYPES = { dependencyTypesNot: ["type-only"] };

/** Development tools that a file may name because it never runs on a server that serves. */
const BUILD_TIME = "^(app/routes\\.ts|app/catalog/build-mutants\\.ts|bin/commands/check\\.ts|server\\.ts$|tests/|bench/)";

module.exports = {
  forbidden: [
    {
      name: "sandbox-knows-only-itself",
      comment: "The sandbox knows no web, database or courses. What it must be told belongs into GradeRequest (sandbox/contract.ts); what joins it to the rest belongs into app/wiring.server.ts.",
      severity: "error",
      from: { path: "^sandbox/" },
      to: { path: "^(app|bin|db|content|bench)/|^server\\.ts$" },
    },
    {
      name: "db-knows-only-itself",
      comment: "db/ stores and finds rows. A rule belongs into app/features/<noun>/, a shape that a table needs into db/schema.ts.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "^(app|bin|sandbox|content|bench)/|^server\\.ts$" },
    },
    {
      name: "catalog-knows-only-itself",
      comment: "The catalog turns files into objects and text into pages. What a person does with a course belongs into app/features/<noun>/; of the sandbox it may know the contract.",
      severity: "error",
      from: { path: "^app/catalog/" },
      to: { path: "^(app/(?!catalog/)|bin/|db/|bench/|sandbox/(?!contract\\.ts)|server\\.ts$)" },
    },
    {
      name: "ui-has-no-noun",
      comment: "app/ui/ has components without a noun. One that knows a course, a draft or a review belongs into app/features/<noun>/.",
      severity: "error",
      from: { path: "^app/ui/" },
      to: { path: "^(app/(features|catalog|routes|web)/|bin/|db/|sandbox/)", ...NOT_TYPES },
    },
    {
      name: "pure-files-have-no-io",
      comment: "A feature file without .server in its name is pure and reaches the browser. What reads or stores belongs into an act: app/features/<noun>/<verb-noun>.server.ts.",
      severity: "error",
      from: { path: "^app/features/", pathNot: "\\.server\\.tsx?$" },
      to: { path: "^db/|\\.server\\.tsx?$|^sandbox/(?!contract\\.ts)", ...NOT_TYPES },
    },
    {
      name: "pure-files-use-no-node",
      comment: "A feature file without .server in its name runs in the browser too, where node's modules are not. Give it what it needs as an argument, or make it an act (.server.ts).",
      severity: "error",
      from: { path: "^app/(features|ui)/", pathNot: "\\.server\\.tsx?$" },
      to: { dependencyTypes: ["core"], ...NOT_TYPES },
    },
    {
      name: "acts-speak-to-queries",
      comment: "An act uses db/queries and receives { db, catalog, … }. A statement belongs into db/queries/<table>.ts; opening things belongs into app/wiring.server.ts.",
      severity: "error",
      from: { path: "^app/(features|web)/.*\\.server\\.tsx?$", pathNot: "^app/web/session-keeper\\.server\\.ts$" },
      to: { path: "^db/(?!queries/|database-problem\\.ts)|^sandbox/(?!contract\\.ts)", ...NOT_TYPES },
    },
    {
      name: "acts-know-no-pages",
      comment: "Features are below routes and the command line. What both need belongs into the feature.",
      severity: "error",
      from: { path: "^app/features/" },
      to: { path: "^(app/routes/|app/root\\.tsx|app/wiring\\.server\\.ts|bin/|server\\.ts$)" },
    },
    {
      name: "routes-call-acts",
      comment: "A route parses, authorises, calls one act and answers. A query or a rule belongs into app/features/<noun>/<verb-noun>.server.ts.",
      severity: "error",
      from: { path: "^app/(routes/|root\\.tsx$)" },
      to: { path: "^(db|sandbox)/", ...NOT_TYPES },
    },
    {
      name: "routes-know-no-routes",
      comment: "Two routes that share something share it through app/features/<noun>/.",
      severity: "error",
      from: { path: "^app/routes/" },
      to: { path: "^app/routes/", ...NOT_TYPES },
    },
    {
      name: "one-place-joins",
      comment: "Database, catalog and sandbox are joined in app/wiring.server.ts and bin/ only. Take what you need as an argument.",
      severity: "error",
      from: { pathNot: "^(app/wiring\\.server\\.ts|bin/|server\\.ts$|sandbox/|db/|bench/|tests/)" },
      to: { path: "^(db/open-database\\.ts|sandbox/sandbox\\.ts)$", ...NOT_TYPES },
    },
    {
      name: "wiring-is-the-top",
      comment: "Only what starts the program reaches for the wiring. Take what you need as an argument.",
      severity: "error",
      from: { pathNot: "^(bin/|server\\.ts$|bench/|tests/)" },
      to: { path: "^app/wiring\\.server\\.ts$" },
    },
    {
      name: "nothing-imports-tests",
      comment: "The program does not know its tests. What both need belongs into the program.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "lucia-behind-one-file",
      comment: "lucia is frozen upstream: only app/web/session-keeper.server.ts may know it. Extend SessionKeeper.",
      severity: "error",
      from: { pathNot: "^app/web/session-keeper\\.server\\.ts$" },
      to: { path: "node_modules/(lucia|@lucia-auth)/" },
    },
    {
      name: "drizzle-behind-db",
      comment: "Only db/ speaks drizzle and SQLite. Write an async function (db, params) in db/queries/<table>.ts.",
      severity: "error",
      from: { pathNot: "^(db/|tests/|bench/|drizzle\\.config\\.ts$)" },
      to: { path: "node_modules/(drizzle-orm|better-sqlite3)/" },
    },
    {
      name: "isolates-behind-the-sandbox",
      comment: "Only sandbox/ touches isolates. Ask for a grade through the contract.",
      severity: "error",
      from: { pathNot: "^(sandbox|tests/sandbox|bench)/" },
      to: { path: "node_modules/(isolated-vm|@locker)/" },
    },
    {
      name: "express-behind-web",
      comment: "Express belongs to the plumbing: server.ts and app/web/. Routes and acts know requests of the web platform only.",
      severity: "error",
      from: { pathNot: "^(app/web/|server\\.ts$|tests/)" },
      to: { path: "node_modules/(express|helmet|compression|@remix-run/express)/" },
    },
    {
      name: "monaco-in-the-browser-only",
      comment: "Monaco is large and needs a browser: only *.client.ts(x) may import it, and pages load those lazily.",
      severity: "error",
      from: { pathNot: "\\.client\\.tsx?$" },
      to: { path: "node_modules/monaco-editor/", ...NOT_TYPES },
    },
    {
      name: "serving-needs-no-tools",
      comment: "`npm ci --omit=dev` must serve. Make it a dependency, or keep it out of what runs on a server.",
      severity: "error",
      from: { path: "^(app|bin|db|sandbox)/|^server\\.ts$", pathNot: `${BUILD_TIME}|\\.client\\.tsx?$` },
      to: { dependencyTypes: ["npm-dev"], ...NOT_TYPES },
    },
    {
      name: "packages-are-declared",
      comment: "The package is not in package.json: it is here by accident of another one. Declare it or do without.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"], pathNot: "^virtual:", ...NOT_TYPES },
    },
    {
      name: "no-circles",
      comment: "Two files that need each other are one thing or three: move what both need into a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "imports-lead-somewhere",
      comment: "The import names a file that is not there. Relative imports end in .ts or .tsx.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|\\./build/)|\\?(worker|url|raw)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build/|content/|tests/fixtures/|tests/sandbox/(honest|hostile|labs|libraries)/)" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"], mainFields: ["module", "main", "types"] },
    cache: false,
  },
};
