import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Listening, listenOn, type ListenOnOptions, parseAddress } from "@seapink/addresses";
import { Authority } from "@seapink/testing/node";
import { expect, onTestFinished, test } from "vitest";
import { echoAt, echoHandler } from "./echo.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "addresses-"));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

function listening(address: string, options: ListenOnOptions = {}): Promise<Listening> {
  return listenOn(parseAddress(address), echoHandler, options);
}

test.each([
  "tcp://127.0.0.1:0",
  "tcp://127.0.0.1:0?framing=unframed&protocol=json",
  "tcp://[::1]:0?protocol=compact-fbthrift",
  "any://127.0.0.1:0",
])("who listens on %s is found at the address that it then has", async (address) => {
  await using server = await listening(address);
  expect(server.address).toBe(address.replace(":0", `:${/:(\d+)(?:$|\?)/.exec(server.address)?.[1]}`));
  expect(await echoAt(server.address, "hello")).toBe("hello");
});

test.each(["protocol=binary", "protocol=compact", "framing=unframed&protocol=json", "protocol=compact-fbthrift"])(
  "any:// understands %s",
  async (options) => {
    await using server = await listening("any://127.0.0.1:0");
    const address = `${server.address.replace("any:", "tcp:")}?${options}`;
    expect(await echoAt(address, "hello")).toBe("hello");
  },
);

test("a unix socket is spoken at, too", async () => {
  const address = `unix:${join(await folder(), "s")}?protocol=compact`;
  await using server = await listening(address);
  expect(server.address).toBe(address);
  expect(await echoAt(address, "hello")).toBe("hello");
});

test("a service goes by another name where the address says so", async () => {
  await using server = await listening("tcp://127.0.0.1:0?service=other", { service: "Echo" });
  expect(server.address).toMatch(/\?service=other$/);
  expect(await echoAt(server.address, "hello", { service: "Echo" })).toBe("hello");
  const wrong = echoAt(server.address.replace("other", "wrong"), "hello", { service: "Echo" });
  await expect(wrong).rejects.toMatchObject({ code: "protocol_error" });
});

test("a name of a service is refused where it can mean none", async () => {
  const message = "service=other: expected an address without, since no service is known by other names";
  await expect(listening("tcp://127.0.0.1:0?service=other")).rejects.toThrow(message);
  await expect(echoAt("tcp://127.0.0.1:1?service=other", "hello")).rejects.toThrow(message);
});

test("TLS is spoken with the files that the address names", async () => {
  const path = await folder();
  const authority = new Authority("test authority");
  const { cert, key } = authority.issue("server", { names: ["127.0.0.1"] });
  const files = { ca: authority.cert, cert, key };
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  await using server = await listening(`tls://127.0.0.1:0?cert=${join(path, "cert")}&key=${join(path, "key")}`);
  expect(server.address).toMatch(/^tls:\/\/127\.0\.0\.1:\d+$/);
  expect(await echoAt(`${server.address}?ca=${join(path, "ca")}`, "hello")).toBe("hello");
  await expect(echoAt(server.address, "hello")).rejects.toMatchObject({ code: "not_open" });
});

test.each([
  ["tls://127.0.0.1:0", "to listen by TLS, expected cert= and key="],
  ["tls://127.0.0.1:0?cert=missing.pem", "cert=missing.pem: cannot be read: ENOENT"],
])("cannot listen on %s", (address, message) => expect(listening(address)).rejects.toThrow(message));

test.each(["tcp://127.0.0.1:0", "any://[::1]:0"])("refuses to connect to %s, which is no port of a server", (address) =>
  expect(echoAt(address, "")).rejects.toThrow(/:\/\/.*:0: expected the port of a server, got 0/),
);

test("connecting stops when it is told to", async () => {
  const signal = AbortSignal.abort(new Error("no more"));
  await expect(echoAt("tcp://127.0.0.1:1", "", { signal })).rejects.toMatchObject({ code: "cancelled" });
});
