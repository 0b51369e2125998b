import { formatAddress, parseAddress } from "@seapink/addresses";
import { expect, test } from "vitest";

test.each([
  ["tcp://127.0.0.1:0", "tcp://127.0.0.1:7"],
  ["tcp://[::1]:0?framing=unframed&protocol=binary", "tcp://[::1]:7?framing=unframed"],
  ["any://0.0.0.0:1", "any://0.0.0.0:7"],
  ["tcp://h:0?service=a%26b&protocol=json", "tcp://h:7?protocol=json&service=a%26b"],
  ["tls://localhost:0?cert=a&key=b", "tls://localhost:7"],
  ["unix:/run/a%20b?framing=unframed", "unix:/run/a%20b?framing=unframed"],
  ["rocket://[::1]:0?protocol=compact", "rocket://[::1]:7"],
  ["rockets://h:0?protocol=binary&cert=a&key=b", "rockets://h:7?protocol=binary"],
])("writes %s with the port that was taken, as %s", (text, expected) => {
  expect(formatAddress(parseAddress(text), 7)).toBe(expected);
});

test("writes an address with its own port where no other is given", () => {
  expect(formatAddress(parseAddress("rocket://h:12"))).toBe("rocket://h:12");
});
