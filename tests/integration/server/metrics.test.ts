import { afterEach, describe, expect, it } from "vitest";
import { parseSettings } from "../../../app/settings.server.ts";
import { createMetrics } from "../../../app/web/metrics.server.ts";
import { requireMetricsReader } from "../../../app/web/require-metrics-reader.server.ts";
import { createRoutePatterns } from "../../../app/web/route-pattern.server.ts";
import { describeSettings } from "../../../bin/commands/config.ts";
import { buildOneRoute, serveApp, type ServedApp } from "../../helpers/serve-app.ts";
import { doubleSandbox, gradeResult, makeTestDeps } from "../../helpers/test-deps.ts";

const TOKEN = "a-token-of-sixteen-letters";

describe("metrics", () => {
  it("tell of runs, waiting, restarts, the pool and the process", async () => {
    const metrics = createMetrics();
    metrics.watchSandbox({
      status: () => ({
        ...doubleSandbox(() => gradeResult()).status(), workers: 2, waiting: 3, queue: { waiting: { submit: 3, run: 0, preview: 0, regrade: 0 }, oldestMs: 1_500 },
        engines: [{ kind: "python", workers: 2, idle: 1, running: 0, restarts: 4, memoryMb: 256 }],
      }),
    });
    metrics.onRun({ language: "python", priority: "submit", outcome: "timed-out", waitedMs: 40, durationMs: 5_100 });
    metrics.onRestart("python", "limit");
    const { text, contentType } = await metrics.read();
    expect(contentType).toContain("text/plain; version=0.0.4");
    for (const line of [
      'rung_sandbox_runs_total{language="python",priority="submit",outcome="timed-out"} 1',
      'rung_sandbox_wait_seconds_sum{priority="submit"} 0.04',
      'rung_sandbox_run_seconds_bucket{le="5",language="python"} 0',
      'rung_sandbox_run_seconds_bucket{le="10",language="python"} 1',
      'rung_sandbox_restarts_total{engine="python",reason="limit"} 1',
      'rung_sandbox_workers{engine="python",state="starting"} 1',
      'rung_sandbox_memory_bytes{engine="python"} 268435456',
      'rung_sandbox_waiting{priority="submit"} 3',
      "rung_sandbox_oldest_wait_seconds 1.5",
      "rung_sandbox_slots 2",
    ]) expect(text.split("\n")).toContain(line);
    for (const name of ["rung_event_loop_delay_seconds", "rung_process_memory_bytes", "rung_process_cpu_seconds"]) expect(text).toContain(`${name}{`.replace("seconds{", "seconds"));
    expect(text).not.toContain("NaN");
    metrics.close();
  });

  it("of two applications in one process know nothing of each other", async () => {
    const [first, second] = [createMetrics(), createMetrics()];
    first.onRestart("sql", "crash");
    expect((await second.read()).text).not.toContain('engine="sql"');
    for (const metrics of [first, second]) metrics.close();
  });
});

describe("requests", () => {
  let app: ServedApp;
  afterEach(() => app.close());

  it("are measured by pattern, never by address, and by methods that are known", async () => {
    const deps = makeTestDeps();
    app = await serveApp(deps, buildOneRoute("people/:userId", { loader: () => new Response("one") }));
    for (const path of ["/people/ada-secret", "/people/bo", "/nowhere/secret", "/health", "/people/ada-secret.data"]) await (await fetch(`${app.url}${path}`)).text();
    await (await fetch(`${app.url}/people/ada`, { method: "PROPFIND" })).text();
    const read = async () => (await deps.metrics.read()).text.split("\n").filter((line) => line.startsWith("rung_http_request_seconds_count"));
    await expect.poll(read).toHaveLength(4);
    const lines = await read();
    expect(lines.join("\n")).not.toContain("secret");
    expect(lines).toContain('rung_http_request_seconds_count{method="GET",route="/people/:userId",status="2xx"} 3');
    expect(lines).toContain('rung_http_request_seconds_count{method="GET",route="/health",status="2xx"} 1');
    expect(lines.find((line) => line.includes('route="/*"'))).toMatch(/method="GET".* 1$/);
    expect(lines.find((line) => line.includes('method="other"'))).toMatch(/status="4xx"/);
  });
});

describe("patterns of the route table", () => {
  const route = (id: string, path?: string, parentId?: string) => [id, { id, path, parentId, module: {} }] as const;
  const patternOf = createRoutePatterns({ routes: Object.fromEntries([route("root"), route("a", "people", "root"), route("b", "people/:userId", "root"), route("c", "people/new", "root"), route("d", "files/*", "root"), route("e", "edit", "b"), route("f", "*", "root"), route("i", undefined, "root")]) as never });
  it.each([["/", "/"], ["/people", "/people"], ["/people/7", "/people/:userId"], ["/people/new", "/people/new"], ["/people/7/edit", "/people/:userId/edit"], ["/people/7/none", "/*"], ["/files/a/b", "/files/*"], ["/no", "/*"], ["/people/7.data", "/people/:userId"]])("%s is %s", (path, pattern) => {
    expect(patternOf(path)).toBe(pattern);
  });
});

describe("readers of metrics", () => {
  function ask(given: { token?: string; isAdministrator?: boolean; header?: string }): number {
    const deps = { settings: parseSettings({ NODE_ENV: "test", ...(given.token && { METRICS_TOKEN: given.token }) }) };
    const user = given.isAdministrator === undefined ? null : { isAdministrator: given.isAdministrator };
    try {
      requireMetricsReader({ deps, user } as never, new Request("http://x.example/metrics", { headers: given.header ? { Authorization: given.header } : {} }));
      return 200;
    } catch (refusal) {
      return (refusal as Response).status;
    }
  }

  it("are administrators, and whoever has the token", () => {
    expect(ask({ isAdministrator: true })).toBe(200);
    expect(ask({ token: TOKEN, header: `Bearer ${TOKEN}` })).toBe(200);
  });

  it("are nobody else: for them there is no such page, and a wrong token is said to be wrong", () => {
    expect(ask({})).toBe(404);
    expect(ask({ isAdministrator: false })).toBe(404);
    expect(ask({ header: "Bearer undefined" })).toBe(404);
    expect(ask({ token: TOKEN })).toBe(404);
    expect(ask({ token: TOKEN, header: `Basic ${TOKEN}` })).toBe(404);
    expect(ask({ token: TOKEN, header: `Bearer ${TOKEN}x` })).toBe(401);
    expect(ask({ token: TOKEN, header: "Bearer x" })).toBe(401);
  });

  it("have a token that is long, and that is printed nowhere", () => {
    expect(() => parseSettings({ METRICS_TOKEN: "too-short" })).toThrow(/METRICS_TOKEN/);
    expect(() => parseSettings({ METRICS_TOKEN: "too-short" })).not.toThrow(/too-short/);
    expect(describeSettings({ METRICS_TOKEN: TOKEN })).toContain("METRICS_TOKEN=(set, not shown)");
    expect(describeSettings({ METRICS_TOKEN: TOKEN })).not.toContain(TOKEN);
    expect(describeSettings({})).toContain("METRICS_TOKEN=none");
  });
});
