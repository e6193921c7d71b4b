import { describe, expect, it } from "vitest";
import { parseSettings, SettingsProblem, settingsSchema } from "../../../app/settings.server.ts";
import { describeSettings } from "../../../bin/commands/config.ts";

describe("settings", () => {
  it("have safe defaults", () => {
    expect(parseSettings({})).toMatchObject({ NODE_ENV: "production", PORT: 3000, HOST: "localhost", TRUST_PROXY: false, LOG_LEVEL: "info" });
  });

  it("take an empty variable for one that is not set", () => {
    expect(parseSettings({ PORT: "", PUBLIC_URL: "" })).toEqual(parseSettings({}));
  });

  it.each([
    ["PORT", "99999"],
    ["PORT", "http"],
    ["PUBLIC_URL", "ftp://x.example"],
    ["PUBLIC_URL", "learn.example"],
    ["TRUST_PROXY", "yes"],
    ["LOG_LEVEL", "loud"],
    ["NODE_ENV", "live"],
    ["SANDBOX_WORKERS", "0"],
    ["SANDBOX_LANGUAGES", "python,cobol"],
  ])("name %s=%s as wrong, with what it is for", (name, value) => {
    const wrong = () => parseSettings({ [name]: value });
    expect(wrong).toThrow(SettingsProblem);
    expect(wrong).toThrow(`${name}=${value}: `);
    expect(wrong).toThrow(settingsSchema.shape[name as keyof typeof settingsSchema.shape].description);
  });

  it("take languages by name, or none, or those of the labs", () => {
    expect(parseSettings({ SANDBOX_LANGUAGES: "python, bash" }).SANDBOX_LANGUAGES).toEqual(["python", "bash"]);
    expect(parseSettings({ SANDBOX_LANGUAGES: "none" }).SANDBOX_LANGUAGES).toBe("none");
    expect(parseSettings({}).SANDBOX_LANGUAGES).toBe("labs");
  });

  it("name all that is wrong at once", () => {
    expect(() => parseSettings({ PORT: "x", LOG_LEVEL: "y" })).toThrow(/PORT=x[\s\S]*LOG_LEVEL=y/);
  });
});

describe("rung config", () => {
  it("prints every setting with value, default and description", () => {
    const text = describeSettings({ PORT: "8080", PATH: "/usr/bin" });
    for (const [name, { description }] of Object.entries(settingsSchema.shape)) {
      expect(text).toContain(`${name}=`);
      expect(description?.length).toBeGreaterThan(10);
      expect(text).toContain(description);
    }
    expect(text).toContain("PORT=8080  (default 3000)");
    expect(text).toContain("HOST=localhost  (default)");
    expect(text).toContain("TRUST_PROXY=0  (default)");
    expect(text).not.toContain("/usr/bin");
  });
});
