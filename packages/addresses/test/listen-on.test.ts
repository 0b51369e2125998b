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
  "rocket://127.0.0.1:0",
  "rocket://[::1]:0?protocol=binary",
  "any://127.0.0.1:0",
])("who listens on %s is found at the address that it then has", async (address) => {
  await using server = await listening(address);
  expect(server.address).toBe(address.replace(":0", `:${/:(\d+)(?:$|\?)/.exec(server.address)?.[1]}`));
  expect(await echoAt(server.address, "hello")).toBe("hello");
});

test.each([
  "tcp:?protocol=binary",
  "tcp:?protocol=compact",
  "tcp:?framing=unframed&protocol=json",
  "tcp:?protocol=compact-fbthrift",
  "rocket:",
  "rocket:?protocol=binary",
])("any:// understands %s", async (speech) => {
  await using server = await listening("any://127.0.0.1:0");
  const [scheme = "", options] = speech.split("?");
  const address = server.address.replace("any:", scheme);
  expect(await echoAt(options === undefined ? address : `${address}?${options}`, "hello")).toBe("hello");
});

test("who speaks another dialect than the server is not understood", async () => {
  await using server = await listening("rocket://127.0.0.1:0", { onError: () => undefined });
  await expect(echoAt(server.address.replace("rocket:", "tcp:"), "hello")).rejects.toMatchObject({ code: "closed" });
});

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

test.each(["tls", "rockets"])("%s:// speaks TLS with the files that the address names", async (scheme) => {
  const path = await folder();
  const authority = new Authority("test authority");
  const { cert, key } = authority.issue("server", { names: ["127.0.0.1"] });
  const files = { ca: authority.cert, cert, key };
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  await using server = await listening(`${scheme}://127.0.0.1:0?cert=${join(path, "cert")}&key=${join(path, "key")}`);
  expect(server.address).toMatch(new RegExp(`^${scheme}://127\\.0\\.0\\.1:\\d+$`));
  expect(await echoAt(`${server.address}?ca=${join(path, "ca")}`, "hello")).toBe("hello");
  await expect(echoAt(server.address, "hello")).rejects.toMatchObject({ code: "not_open" });
});

test.each([
  ["tls://127.0.0.1:0", "to listen by TLS, expected cert= and key="],
  ["rockets://127.0.0.1:0?cert=a", "cert=a: cannot be read: ENOENT"],
  ["tls://127.0.0.1:0?cert=missing.pem", "cert=missing.pem: cannot be read: ENOENT"],
])("cannot listen on %s", (address, message) => expect(listening(address)).rejects.toThrow(message));

test.each(["tcp://127.0.0.1:0", "any://[::1]:0"])("refuses to connect to %s, which is no port of a server", (address) =>
  expect(echoAt(address, "")).rejects.toThrow(/:\/\/.*:0: expected the port of a server, got 0/),
);

test("connecting stops when it is told to", async () => {
  const signal = AbortSignal.abort(new Error("no more"));
  await expect(echoAt("tcp://127.0.0.1:1", "", { signal })).rejects.toMatchObject({ code: "cancelled" });
});
