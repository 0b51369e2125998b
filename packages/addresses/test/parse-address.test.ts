import { AddressError, parseAddress } from "@seapink/addresses";
import { addressSchemes } from "@seapink/addresses/notation";
import { expect, test } from "vitest";

const classic = { dialect: "classic", framing: "framed", protocol: "binary" } as const;
const rocket = { dialect: "rocket", protocol: "compact" } as const;
const local = { host: "127.0.0.1", port: 9090 } as const;

const good = [
  ["tcp://127.0.0.1:9090", local, classic],
  ["tcp://127.0.0.1:9090?framing=unframed&protocol=binary", local, { ...classic, framing: "unframed" }],
  [
    "tcp://h:1?protocol=compact-fbthrift&service=kv",
    { host: "h", port: 1 },
    { ...classic, protocol: "compact-fbthrift", service: "kv" },
  ],
  ["tcp://[::1]:9090", { host: "::1", port: 9090 }, classic],
  ["tls://localhost:1", { host: "localhost", port: 1, tls: {} }, classic],
  [
    "tls://[::1]:1?ca=a.pem&cert=b.pem&key=c.pem&servername=d&framing=unframed",
    { host: "::1", port: 1, tls: { ca: "a.pem", cert: "b.pem", key: "c.pem", servername: "d" } },
    { ...classic, framing: "unframed" },
  ],
  ["unix:/s?protocol=json&framing=unframed", { path: "/s" }, { ...classic, framing: "unframed", protocol: "json" }],
  ["unix:/run/key-value.sock", { path: "/run/key-value.sock" }, classic],
  ["unix:///run/a%20b", { path: "/run/a b" }, classic],
  ["unix:here.sock", { path: "here.sock" }, classic],
  ["rocket://127.0.0.1:9090", local, rocket],
  ["rocket://127.0.0.1:9090?protocol=compact", local, rocket],
  ["rocket://127.0.0.1:9090/?protocol=binary", local, { ...rocket, protocol: "binary" }],
  ["rockets://localhost:1", { host: "localhost", port: 1, tls: {} }, rocket],
  [
    "rockets://h:1?protocol=binary&ca=a&servername=d",
    { host: "h", port: 1, tls: { ca: "a", servername: "d" } },
    { ...rocket, protocol: "binary" },
  ],
  ["any://0.0.0.0:1", { host: "0.0.0.0", port: 1 }, { dialect: "any" }],
] as const;

for (const [text, place, speech] of good) {
  test(`reads ${text}`, () => expect(parseAddress(text)).toEqual({ place, speech }));
}

const forms =
  "tcp://host:port, tls://host:port, unix:/path, rocket://host:port, rockets://host:port or any://host:port";

const bad = [
  ["9090", `expected ${forms}`],
  ["http://127.0.0.1:80", `expected ${forms}, got http:`],
  ["constructor://127.0.0.1:80", `expected ${forms}, got constructor:`],
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
  ["rocket://h:65536", "expected a port of at most 65535, got 65536"],
  ["tcp://a b:99", `expected ${forms}`],
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
  ["rocket://127.0.0.1:1?framing=framed", "expected protocol=, got framing"],
  ["rocket://127.0.0.1:1?protocol=json", "expected protocol=compact or protocol=binary, got json"],
  ["rocket://127.0.0.1:1?ca=a", "expected protocol=, got ca"],
  ["rockets://127.0.0.1:1?service=a", "expected protocol= or ca= or cert= or key= or servername=, got service"],
  ["any://127.0.0.1:9090?framing=framed", "expected no options of any://, got ?framing=framed"],
] as const;

for (const [text, message] of bad) {
  test(`refuses ${text}`, () => {
    expect(() => parseAddress(text)).toThrow(AddressError);
    expect(() => parseAddress(text)).toThrow(`${text}: ${message}`);
  });
}

test("tells what addresses begin with", () => {
  expect(addressSchemes).toEqual(["tcp://", "tls://", "unix:/", "rocket://", "rockets://", "any://"]);
});
