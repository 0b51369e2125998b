import { chmod, lstat, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LaneInfo } from "@seapink/core";
import { connect, listen } from "@seapink/transport-tcp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Errors } from "./errors.ts";
import { leaveStale } from "./leave-stale.ts";
import { ask, echo, lines } from "./toy-dialect.ts";

const dialect = lines("echo");
const dialects = [dialect, lines("other")];
let folder: string;
let count = 0;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "unix-"))));
afterAll(() => rm(folder, { recursive: true }));

function newPath(): string {
  return join(folder, `s${count++}`);
}

describe("a unix socket", () => {
  test("is listened on, called, and removed", async () => {
    const path = newPath();
    const infos: LaneInfo[] = [];
    const server = await listen(echo, { path, dialects, onConnection: ({ info }) => infos.push(info) });
    expect([server.address, server.port]).toEqual([`unix:${path}`, 0]);
    const channel = await connect({ path, dialect });
    expect(await ask(channel, "hello")).toBe("hello");
    expect(infos).toMatchObject([{ address: `unix:${path}`, alpn: undefined, identity: undefined }]);
    await Promise.all([channel.close(), server.close()]);
    await expect(lstat(path)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("is taken over from a server that was killed", async () => {
    const path = newPath();
    await leaveStale(path);
    await using server = await listen(echo, { path, dialects });
    await using channel = await connect({ path, dialect });
    expect(await ask(channel, server.address)).toBe(`unix:${path}`);
  });

  test("is taken over by one of two servers that begin at the same moment", async () => {
    const path = newPath();
    await leaveStale(path);
    const [one, two] = await Promise.allSettled([listen(echo, { path, dialects }), listen(echo, { path, dialects })]);
    const [server] = [one, two].flatMap((begun) => (begun.status === "fulfilled" ? [begun.value] : []));
    const [other] = [one, two].flatMap((begun): unknown[] => (begun.status === "rejected" ? [begun.reason] : []));
    expect(other).toMatchObject({ message: `expected to listen on unix:${path}, got a server that listens there` });
    await using channel = await connect({ path, dialect });
    expect(await ask(channel, "one of them")).toBe("one of them");
    await Promise.all([channel.close(), server?.close()]);
    expect((await readdir(folder)).filter((name) => join(folder, name).startsWith(path))).toEqual([]);
  });

  test("is never taken from a server that listens", async () => {
    const path = newPath();
    const errors = new Errors();
    await using _server = await listen(echo, { path, dialects, onError: errors.onError });
    await expect(listen(echo, { path, dialects })).rejects.toMatchObject({
      code: "not_open",
      message: `expected to listen on unix:${path}, got a server that listens there`,
      mayHaveRun: false,
      cause: { code: "EADDRINUSE" },
    });
    await using channel = await connect({ path, dialect });
    expect(await ask(channel, "still here")).toBe("still here");
    expect(errors.all).toEqual([]);
  });

  test("that has taken the name of another stays when that one closes", async () => {
    const path = newPath();
    const old = await listen(echo, { path, dialects });
    await rename(path, `${path}.old`);
    await using _server = await listen(echo, { path, dialects });
    await old.close();
    await using channel = await connect({ path, dialect });
    expect(await ask(channel, "still here")).toBe("still here");
    expect((await readdir(folder)).filter((name) => join(folder, name).startsWith(path)).length).toBe(2);
  });

  test("whose file somebody has removed is closed all the same", async () => {
    const path = newPath();
    const server = await listen(echo, { path, dialects });
    await rm(path);
    await server.close();
    await expect(lstat(path)).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("is not made where a file is", async () => {
    const path = newPath();
    await writeFile(path, "precious");
    await expect(listen(echo, { path, dialects })).rejects.toMatchObject({
      code: "not_open",
      message: `expected to listen on unix:${path}, got a file that is no socket`,
    });
    expect((await stat(path)).size).toBe(8);
  });

  test("is not made where a folder is missing", async () => {
    const path = join(folder, "missing", "s");
    const message = `expected to listen on unix:${path}, got `;
    await expect(listen(echo, { path, dialects })).rejects.toMatchObject({
      code: "not_open",
      message: expect.stringContaining(message),
    });
  });

  test.each([0o600, 0o660, 0o666])("has the permissions that it is given: %o", async (mode) => {
    const path = newPath();
    await using _server = await listen(echo, { path, mode, dialects });
    expect((await stat(path)).mode & 0o777).toBe(mode);
  });

  test("keeps its permissions when it is taken over", async () => {
    const path = newPath();
    await leaveStale(path);
    await chmod(path, 0o666);
    await using _server = await listen(echo, { path, mode: 0o600, dialects });
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  test.skipIf(process.platform !== "linux")("may have a name without a file", async () => {
    const path = `\0seapink-test-${process.pid}`;
    await using server = await listen(echo, { path, dialects });
    expect(server.address).toBe(`unix:@seapink-test-${process.pid}`);
    await using channel = await connect({ path, dialect });
    expect(await ask(channel, "hello")).toBe("hello");
    await expect(listen(echo, { path, dialects })).rejects.toThrow("got a server that listens there");
  });

  test("tells who is refused", async () => {
    const path = newPath();
    const errors = new Errors();
    await using _server = await listen(echo, { path, dialects, maxConnections: 1, onError: errors.onError });
    await using channel = await connect({ path, dialect });
    await ask(channel, "in");
    const out = await connect({ path, dialect, onError: () => undefined });
    await expect(ask(out, "out")).rejects.toMatchObject({ code: "closed" });
    expect(await errors.texts(1)).toEqual([`overloaded: refused unix:${path}: expected at most 1 connections`]);
  });
});

describe("a client of a unix socket", () => {
  test("says that there is none", async () => {
    const path = newPath();
    await expect(connect({ path, dialect })).rejects.toMatchObject({
      code: "not_open",
      message: `expected a server at unix:${path}, got ENOENT (no such socket)`,
      mayHaveRun: false,
    });
  });

  test("says that nobody listens on it", async () => {
    const path = newPath();
    await leaveStale(path);
    await expect(connect({ path, dialect })).rejects.toThrow(`expected a server at unix:${path}, got ECONNREFUSED`);
  });
});

test.each([
  [-1, "/tmp/s", "mode: expected permissions from 0 to 0o777, got -1"],
  [0o1777, "/tmp/s", "mode: expected permissions from 0 to 0o777, got 1023"],
  [0.5, "/tmp/s", "mode: expected permissions from 0 to 0o777, got 0.5"],
  [0o600, "\0s", "mode: expected the path of a file, got a name without one"],
])("the mode %d is a mistake for %j", async (mode, path, message) => {
  await expect(listen(echo, { path, mode, dialects })).rejects.toThrow(new RangeError(message));
});

test.each([
  [
    "a path that is too long",
    { path: `/tmp/${"x".repeat(200)}` },
    /^path: expected at most 10[37] bytes and at least one, got 205$/,
  ],
  ["an empty path", { path: "" }, /^path: expected at most 10[37] bytes and at least one, got 0$/],
  ["a port and a path", { path: "/tmp/s", port: 1 }, /^expected either a port or a path$/],
  ["a path that is none", { path: null }, /^path: expected a string, got null$/],
  ["a port that is none", { port: null }, /^port: expected a whole number from [01] to 65535, got null$/],
  ["an empty host", { port: 1, host: "" }, /^host: expected a name or an address, got string ""$/],
  ["a host that is no text", { port: 1, host: null }, /^host: expected a name or an address, got null$/],
  ["neither", {}, /^expected either a port or a path$/],
  ["TLS on a path", { path: "/tmp/s", tls: {} }, /^tls: expected a port, got a path$/],
])("%s is a mistake", async (_, place, message) => {
  // Not what the types let through.
  const wrong = place as { path: string };
  await expect(listen(echo, { ...wrong, dialects })).rejects.toThrow(RangeError);
  await expect(listen(echo, { ...wrong, dialects })).rejects.toThrow(message);
  await expect(connect({ ...wrong, dialect })).rejects.toThrow(message);
});
