import { expect, test } from "vitest";
import { AddressError, formatAddress, parseAddress } from "../src/address.ts";

const good = [
  ["tcp://127.0.0.1:9090", { host: "127.0.0.1", port: 9090, framing: "framed" }],
  ["tcp://localhost:0?framing=unframed&protocol=binary", { host: "localhost", port: 0, framing: "unframed" }],
  ["any://0.0.0.0:1", { host: "0.0.0.0", port: 1, framing: "any" }],
  ["tcp://[::1]:9090", { host: "::1", port: 9090, framing: "framed" }],
] as const;

for (const [text, address] of good) {
  test(`reads ${text}`, () => expect(parseAddress(text)).toEqual(address));
}

const bad = [
  ["9090", "expected tcp://host:port or any://host:port"],
  ["http://127.0.0.1:80", "expected tcp:// or any://, got http:"],
  ["tcp://127.0.0.1", "expected a host and a port"],
  ["tcp://127.0.0.1:9090/path", "expected nothing behind the port, got /path"],
  ["tcp://127.0.0.1:9090?frame=framed", "expected framing= or protocol=, got frame"],
  ["tcp://127.0.0.1:9090?framing=theader", "expected framing=framed or framing=unframed, got theader"],
  ["tcp://127.0.0.1:9090?protocol=json", "expected protocol=binary, got json"],
  ["tcp://127.0.0.1:99999", "expected a port of at most 65535, got 99999"],
  ["any://[::1]:65536/", "expected a port of at most 65535, got 65536"],
  ["tcp://a b:99", "expected tcp://host:port or any://host:port"],
  ["tcp://user:pw@127.0.0.1:9090", "expected no user before the host"],
  ["tcp://127.0.0.1:9090#there", "expected nothing behind the options, got #there"],
  ["tcp://127.0.0.1:9090?framing=framed&framing=unframed", "expected framing= once, got another"],
  ["any://127.0.0.1:9090?framing=framed", "expected no options of any://, got ?framing=framed"],
] as const;

for (const [text, message] of bad) {
  test(`refuses ${text}`, () => {
    expect(() => parseAddress(text)).toThrow(AddressError);
    expect(() => parseAddress(text)).toThrow(`${text}: ${message}`);
  });
}

test("writes an address with the port that was taken", () => {
  for (const [text, address] of good)
    expect(formatAddress(address, 7)).toBe(
      text.replace(/:\d+(\?.*)?$/, ":7") + (address.framing === "unframed" ? "?framing=unframed" : ""),
    );
});
