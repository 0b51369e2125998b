import { connect, createServer } from "node:net";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { addressForms } from "@seapink/addresses";
import { Authority, type Certified } from "@seapink/testing/node";
import { expect, test } from "vitest";
import { run, serving } from "./command.ts";
import { temporaryFolder } from "./temporary-folder.ts";

function tcp(address: string): string {
  return address.replace("any:", "tcp:");
}

test("says in which folder the values are", async () => {
  await using folder = await temporaryFolder();
  await using server = await serving(relative(process.cwd(), folder.path));
  expect(await run("get", "nobody", "--at", tcp(server.address))).toMatchObject({ code: 1 });
  const { lines } = await server.kill("SIGTERM");
  expect(lines).toEqual([`listening on ${server.address}`, `values in ${folder.path}`]);
});

test("serves, sets and gets, framed and unframed on one port, and stops in order", async () => {
  await using folder = await temporaryFolder();
  await using server = await serving(folder.path);
  const at = tcp(server.address);
  expect(server.address).toMatch(/^any:\/\/127\.0\.0\.1:\d+$/);
  expect(await run("set", "hello", "world", "--at", at)).toEqual({ code: 0, stdout: "world\n", stderr: "" });
  expect(await run("get", "hello", "--at", at)).toEqual({ code: 0, stdout: "world\n", stderr: "" });
  expect(await run("get", "hello", "--at", `${at}?framing=unframed`)).toMatchObject({ code: 0, stdout: "world\n" });
  expect(await run("get", "nobody", "--at", at)).toEqual({ code: 1, stdout: "", stderr: "not found: nobody\n" });
  expect(await run("get", "no\u001bbody", "--at", at)).toMatchObject({ stderr: "not found: no\\u001bbody\n" });
  expect(await server.kill("SIGTERM")).toMatchObject({ code: 0 });
});

test("serves every protocol and dialect on one port", async () => {
  await using folder = await temporaryFolder();
  await using server = await serving(folder.path);
  const at = tcp(server.address);
  expect(await run("set", "a", "b", "--at", `${at}?protocol=compact`)).toMatchObject({ code: 0, stdout: "b\n" });
  for (const speech of ["protocol=json", "protocol=compact-fbthrift", "protocol=json&framing=unframed"])
    expect(await run("get", "a", "--at", `${at}?${speech}`)).toMatchObject({ code: 0, stdout: "b\n" });
  const rocket = at.replace("tcp:", "rocket:");
  expect(await run("get", "a", "--at", rocket)).toMatchObject({ code: 0, stdout: "b\n" });
  expect(await run("get", "nobody", "--at", rocket)).toMatchObject({ code: 1, stderr: "not found: nobody\n" });
});

test("serves the service by another name", async () => {
  await using folder = await temporaryFolder();
  await using server = await serving(folder.path, "tcp://127.0.0.1:0?service=kv");
  expect(server.address).toMatch(/\?service=kv$/);
  expect(await run("set", "a", "b", "--at", server.address)).toMatchObject({ code: 0, stdout: "b\n" });
  expect(await run("get", "a", "--at", server.address.replace("kv", "other"))).toMatchObject({ code: 4 });
});

test("serves, sets and gets on a unix socket, and takes over what a killed server has left", async () => {
  await using folder = await temporaryFolder();
  const at = `unix:${join(folder.path, "socket")}`;
  const killed = await serving(join(folder.path, "data"), at);
  expect(killed.address).toBe(at);
  expect(await run("set", "hello", "world", "--at", at)).toMatchObject({ code: 0, stdout: "world\n" });
  await killed.kill("SIGKILL");
  expect(await run("get", "hello", "--at", at)).toMatchObject({ code: 3 });
  await using server = await serving(join(folder.path, "data"), at);
  expect(await run("get", "hello", "--at", at)).toMatchObject({ code: 0, stdout: "world\n" });
  expect(await server.kill("SIGTERM")).toMatchObject({ code: 0 });
  expect((await run("get", "hello", "--at", at)).stderr).toContain("ENOENT (no such socket)");
});

test("speaks what the address says on a unix socket, too", async () => {
  await using folder = await temporaryFolder();
  const at = `unix:${join(folder.path, "socket")}`;
  const speech = "framing=unframed&protocol=compact&service=kv";
  await using server = await serving(join(folder.path, "data"), `${at}?${speech}`);
  expect(server.address).toBe(`${at}?${speech}`);
  expect(await run("set", "a", "b", "--at", server.address)).toEqual({ code: 0, stdout: "b\n", stderr: "" });
  expect(await run("get", "a", "--at", at)).toMatchObject({ code: 3, stdout: "" });
  expect((await server.kill("SIGTERM")).lines.join("\n")).toContain("a framed message in the binary protocol");
});

test("serves, sets and gets over TLS, to clients with a certificate alone", async () => {
  await using folder = await temporaryFolder();
  const authority = new Authority("test authority");
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(join(folder.path, name), text);
    return `${name.split(".")[1]}=${join(folder.path, name)}`;
  };
  const filesOf = async (who: string, { cert, key }: Certified): Promise<string> =>
    `${await file(`${who}.cert`, cert)}&${await file(`${who}.key`, key)}`;
  const ca = await file("a.ca", authority.cert);
  const served = await filesOf("server", authority.issue("server", { names: ["127.0.0.1"] }));
  await using server = await serving(join(folder.path, "data"), `tls://127.0.0.1:0?${ca}&${served}`);
  expect(server.address).toMatch(/^tls:\/\/127\.0\.0\.1:\d+$/);
  const ada = `${server.address}?${ca}&${await filesOf("ada", authority.issue("ada"))}`;
  expect(await run("set", "hello", "world", "--at", ada)).toEqual({ code: 0, stdout: "world\n", stderr: "" });
  expect(await run("get", "hello", "--at", `${server.address}?${ca}`)).toMatchObject({ code: 3, stdout: "" });
  expect((await run("get", "hello", "--at", server.address)).stderr).toContain("is not in ca");
});

test.each([
  ["tls://127.0.0.1:0", "to listen by TLS, expected cert= and key=\n"],
  ["tls://127.0.0.1:0?cert=missing.pem", "cert=missing.pem: cannot be read: ENOENT"],
])("cannot listen on %s", async (address, message) => {
  await using folder = await temporaryFolder();
  const { code, stderr } = await run("serve", "--data", folder.path, "--listen", address);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});

test("says what is wrong with an address before it does anything", async () => {
  const { code, stdout, stderr } = await run("get", "hello", "--at", "http://127.0.0.1:1");
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: "",
    stderr: `http://127.0.0.1:1: expected ${addressForms}, got http:\n`,
  });
});

test("refuses to connect to port 0", async () => {
  expect(await run("get", "hello", "--at", "tcp://127.0.0.1:0")).toEqual({
    code: 2,
    stdout: "",
    stderr: "tcp://127.0.0.1:0: expected the port of a server, got 0\n",
  });
});

test("says in one line that its folder cannot be made", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "file");
  await writeFile(file, "");
  const { code, stderr } = await run("serve", "--data", join(file, "data"), "--listen", "tcp://127.0.0.1:0");
  expect(code).toBe(2);
  expect(stderr).toMatch(/^--data .*: cannot be made: ENOTDIR[^\n]*\n$/);
});

test("exits 2 for a mistake in the command", async () => {
  for (const args of [["get"], ["set", "key"], ["nonsense"], ["get", "key", "--nonsense"]]) {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: "" });
  }
});

test("exits 3 when nobody listens, and when nobody answers", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const { port } = closed.address() as { port: number };
  closed.close();
  const refused = await run("get", "hello", "--at", `tcp://127.0.0.1:${port}`);
  expect(refused).toMatchObject({ code: 3, stdout: "" });
  expect(refused.stderr).toContain("not_open");

  const rude = createServer((socket) => socket.once("data", () => socket.destroy())).listen(0, "127.0.0.1");
  await once(rude, "listening");
  const address = rude.address() as { port: number };
  const lost = await run("get", "hello", "--at", `tcp://127.0.0.1:${address.port}`);
  expect(lost).toMatchObject({ code: 3, stdout: "" });
  expect(lost.stderr).toContain("closed");
  rude.close();
});

test("exits 2 for a key that is too long, without a server", async () => {
  for (const args of [
    ["get", "k".repeat(2000)],
    ["set", "\u00e9".repeat(1000), "value"],
  ]) {
    expect(await run(...args, "--at", "unix:/nobody/here")).toEqual({
      code: 2,
      stdout: "",
      stderr: "key: expected at most 1024 bytes, got 2000\n",
    });
  }
});

test("exits 4 when the server refuses", async () => {
  await using folder = await temporaryFolder();
  await using server = await serving(folder.path, "tcp://127.0.0.1:0?service=kv");
  const { code, stderr } = await run("get", "hello", "--at", server.address.replace("kv", "other"));
  expect(code).toBe(4);
  expect(stderr).toMatch(/^protocol_error: expected KeyValue, got /);
});

test("logs why it refused a connection, and serves on", async () => {
  await using folder = await temporaryFolder();
  await using server = await serving(folder.path);
  const at = tcp(server.address);
  const socket = connect(Number(new URL(at).port), "127.0.0.1");
  // Refused with a reset, or with an end.
  socket.on("error", () => undefined).resume();
  socket.end("GET / HTTP/1.1\r\n\r\n");
  await new Promise<void>((resolve) => socket.on("close", () => resolve()));
  expect(await run("set", "a", "b", "--at", at)).toMatchObject({ code: 0 });
  const { lines } = await server.kill("SIGTERM");
  expect(lines.join("\n")).toMatch(/tcp:\/\/127\.0\.0\.1:\d+: .*HTTP.* \(\w+\)/);
});

test("says which port it could not take", async () => {
  await using folder = await temporaryFolder();
  await using server = await serving(folder.path);
  await using other = await temporaryFolder();
  const { code, stderr } = await run("serve", "--data", other.path, "--listen", server.address);
  expect(code).toBe(3);
  expect(stderr).toContain(new URL(tcp(server.address)).port);
});
