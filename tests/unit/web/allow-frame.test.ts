import { expect, it } from "vitest";
import { allowFrame } from "../../../app/web/security-headers.server.ts";

function policyAfter(policy: string, ...hosts: string[]): string {
  let header: string | number | readonly string[] = policy;
  const response = { getHeader: () => header as string, setHeader: (_name: string, value: string | number | readonly string[]) => ((header = value), response) } as unknown as Parameters<typeof allowFrame>[0];
  for (const host of hosts) allowFrame(response, host);
  return String(header);
}

it("adds one host of videos to what frames may load", () => {
  expect(policyAfter("default-src 'self';img-src 'self'", "player.vimeo.com")).toBe("default-src 'self';img-src 'self';frame-src 'self' https://player.vimeo.com");
});

it("adds to frames that are allowed already", () => {
  expect(policyAfter("default-src 'self';frame-src 'self';img-src data:", "player.vimeo.com", "framatube.org")).toBe("default-src 'self';frame-src 'self' https://player.vimeo.com https://framatube.org;img-src data:");
});

it.each(["evil.example", "player.vimeo.com; script-src *", "*", "constructor", ""])("leaves %j out", (host) => {
  expect(policyAfter("default-src 'self'", host)).toBe("default-src 'self'");
});
