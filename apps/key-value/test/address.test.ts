import { expect, test } from "vitest";
import { AddressError, formatAddress, parseAddress } from "../src/address.ts";

const good = [
  ["tcp://127.0.0.1:9090", { host: "127.0.0.1", port: 9090, framing: "framed", protocol: "binary" }],
  [
    "tcp://localhost:0?framing=unframed&protocol=binary",
    { host: "localhost", port: 0, framing: "unframed", protocol: "binary" },
  ],
  [
    "tcp://h:1?protocol=compact-fbthrift&service=kv",
    { host: "h", port: 1, framing: "framed", protocol: "compact-fbthrift", service: "kv" },
  ],
  ["unix:/s?protocol=json&framing=unframed", { path: "/s", framing: "unframed", protocol: "json" }],
  ["any://0.0.0.0:1", { host: "0.0.0.0", port: 1, framing: "any", protocol: "binary" }],
  ["tcp://[::1]:9090", { host: "::1", port: 9090, framing: "framed", protocol: "binary" }],
  ["tls://localhost:1", { host: "localhost", port: 1, framing: "framed", protocol: "binary", tls: {} }],
  [
    "tls://[::1]:1?ca=a.pem&cert=b.pem&key=c.pem&servername=d&framing=unframed",
    {
      host: "::1",
      port: 1,
      framing: "unframed",
      protocol: "binary",
      tls: { ca: "a.pem", cert: "b.pem", key: "c.pem", servername: "d" },
    },
  ],
  ["unix:/run/key-value.sock", { path: "/run/key-value.sock", framing: "framed", protocol: "binary" }],
  ["unix:///run/a%20b?framing=unframed", { path: "/run/a b", framing: "unframed", protocol: "binary" }],
  ["unix:here.sock", { path: "here.sock", framing: "framed", protocol: "binary" }],
] as const;

for (const [text, address] of good) {
  test(`reads ${text}`, () => expect(parseAddress(text)).toEqual(address));
}

const bad = [
  ["9090", "expected tcp://host:port, tls://host:port, any://host:port or unix:/path"],
  ["http://127.0.0.1:80", "expected tcp://, tls://, any:// or unix:, got http:"],
  ["tcp://127.0.0.1", "expected a host and a port"],
  ["tcp://127.0.0.1:9090/path", "expected nothing behind the port, got /path"],
  ["tcp://127.0.0.1:9090?frame=framed", "expected framing= or protocol= or service=, got frame"],
  ["tcp://127.0.0.1:9090?framing=theader", "expected framing=framed or framing=unframed, got theader"],
  [
    "tcp://127.0.0.1:9090?protocol=xml",
    "expected protocol=binary or protocol=compact or protocol=json or protocol=compact-fbthrift, got xml",
  ],
  ["tcp://127.0.0.1:9090?service=", "expected service= and a name without a colon, got "],
  ["tcp://127.0.0.1:9090?service=a:b", "expected service= and a name without a colon, got a:b"],
  ["tcp://127.0.0.1:99999", "expected a port of at most 65535, got 99999"],
  ["any://[::1]:65536/", "expected a port of at most 65535, got 65536"],
  ["tcp://a b:99", "expected tcp://host:port, tls://host:port, any://host:port or unix:/path"],
  ["tcp://user:pw@127.0.0.1:9090", "expected no user before the host"],
  ["tcp://127.0.0.1:9090#there", "expected nothing behind the options, got #there"],
  ["tcp://127.0.0.1:9090?framing=framed&framing=unframed", "expected framing= once, got another"],
  ["tcp://127.0.0.1:9090?ca=a", "expected framing= or protocol= or service=, got ca"],
  ["tls://127.0.0.1", "expected a host and a port"],
  [
    "tls://127.0.0.1:1?ciphers=all",
    "expected framing= or protocol= or service= or ca= or cert= or key= or servername=, got ciphers",
  ],
  ["tls://127.0.0.1:1?ca=a&ca=b", "expected ca= once, got another"],
  ["unix:", "expected the path of a socket"],
  ["unix:///", "expected the path of a socket"],
  ["unix://host/path", "expected unix:/path, got host"],
  ["unix:/a%", "expected a path whose percent signs are written %25"],
  ["unix:/a?framing=theader", "expected framing=framed or framing=unframed, got theader"],
  ["any://127.0.0.1:9090?framing=framed", "expected no options of any://, got ?framing=framed"],
] as const;

for (const [text, message] of bad) {
  test(`refuses ${text}`, () => {
    expect(() => parseAddress(text)).toThrow(AddressError);
    expect(() => parseAddress(text)).toThrow(`${text}: ${message}`);
  });
}

test.each([
  ["tcp://127.0.0.1:0", "tcp://127.0.0.1:7"],
  ["tcp://[::1]:0?framing=unframed&protocol=binary", "tcp://[::1]:7?framing=unframed"],
  ["any://0.0.0.0:1", "any://0.0.0.0:7"],
  ["tcp://h:0?service=a%26b&protocol=json", "tcp://h:7?protocol=json&service=a%26b"],
  ["tls://localhost:0?cert=a&key=b", "tls://localhost:7"],
  ["unix:/run/a%20b?framing=unframed", "unix:/run/a%20b?framing=unframed"],
])("writes %s with the port that was taken, as %s", (text, expected) => {
  expect(formatAddress(parseAddress(text), 7)).toBe(expected);
});
