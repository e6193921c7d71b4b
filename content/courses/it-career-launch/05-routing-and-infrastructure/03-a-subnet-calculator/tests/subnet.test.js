import { describeSubnet } from "./subnet.js";

test("works out the example", () => {
  expect(describeSubnet("10.4.2.77/26")).toEqual({ network: "10.4.2.64", broadcast: "10.4.2.127", hosts: 62 });
});

test("knows networks larger than one number", () => {
  expect(describeSubnet("172.16.37.9/20")).toEqual({ network: "172.16.32.0", broadcast: "172.16.47.255", hosts: 4094 });
});

test.each(["hello", "10.4.2/24", "10.4.2.256/24", "10.4.2.1/33", "10.4.2.1"])("gives null for %s", (text) => {
  expect(describeSubnet(text)).toBeNull();
});
