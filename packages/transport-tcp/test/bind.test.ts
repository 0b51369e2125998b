import { once } from "node:events";
import { lstat, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bind } from "../src/bind.ts";
import { leaveStale } from "./leave-stale.ts";

let folder: string;
let count = 0;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), "bind-"))));
afterAll(() => rm(folder, { recursive: true }));

async function newPath(isStale: boolean): Promise<string> {
  const path = join(folder, `s${count++}`);
  if (isStale) await leaveStale(path);
  return path;
}

/** What was added to a server, and whether it listens. */
function stateOf(server: Server): readonly [boolean, number, number] {
  return [server.listening, server.listenerCount("error"), server.listenerCount("listening")];
}

describe.each([
  ["new", false],
  ["left by a server that was killed", true],
])("where the socket is %s", (_, isStale) => {
  test("listens, and leaves nothing else on the server", async () => {
    const path = await newPath(isStale);
    const server = createServer();
    await bind(server, { path }, "here");
    expect(stateOf(server)).toEqual([true, 0, 0]);
    server.close();
  });

  test("a server whose permissions cannot be set does not listen", async () => {
    const path = await newPath(isStale);
    const server = createServer();
    // `listen` lets no such mode through; here it stands for whatever the system refuses.
    const failed = bind(server, { path, mode: -1 }, "here");
    await expect(failed).rejects.toMatchObject({ code: "not_open", cause: { code: "ERR_OUT_OF_RANGE" } });
    expect(stateOf(server)).toEqual([false, 0, 0]);
    await expect(lstat(path)).rejects.toMatchObject({ code: "ENOENT" });
  });
});

test("a port that is taken leaves nothing on the server", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const server = createServer();
  // A server on a port has no text here.
  const { port } = taken.address() as { port: number };
  await expect(bind(server, { port }, "here")).rejects.toThrow("expected to listen on here, got EADDRINUSE");
  expect(stateOf(server)).toEqual([false, 0, 0]);
  taken.close();
});
