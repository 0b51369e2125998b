import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Running, serving, shell, start } from "./command.ts";
import { temporaryFolder } from "./served.ts";

const big = Buffer.alloc(30_000_000, "0123456789");

/** A served folder with a big file. */
async function setUp(): Promise<{ readonly root: string; readonly server: Running }> {
  const root = await temporaryFolder();
  await writeFile(join(root, "big"), big);
  return { root, server: await serving(root) };
}

/** A client that is killed when the test is over, if it is still there. */
function client(...args: readonly string[]): ChildProcessWithoutNullStreams {
  const child = start(...args);
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** Half a `put`: it has sent something, and will send more. */
async function beginPut(root: string, server: Running): Promise<ChildProcessWithoutNullStreams> {
  const child = client("put", "-", "new", "--at", server.at);
  child.stdin.on("error", () => undefined).write("half");
  await expect.poll(() => readdir(root), { timeout: 10_000 }).toHaveLength(2);
  return child;
}

/** Half a `cat`: nobody reads what it writes. */
async function beginCat(root: string, server: Running): Promise<ChildProcessWithoutNullStreams> {
  const child = client("cat", "big", "--at", server.at);
  await once(child.stdout, "readable");
  await expect.poll(() => server.openIn(root)).toBe(1);
  return child;
}

const patient = { timeout: 10_000 };

test.each([
  ["cat", beginCat],
  ["put", beginPut],
])("a client that is killed in the middle of a %s leaves nothing open, and nothing behind", async (_, begin) => {
  const { root, server } = await setUp();
  await using _server = server;
  const child = await begin(root, server);
  child.kill("SIGKILL");
  await expect.poll(() => server.openIn(root), patient).toBe(0);
  expect(await readdir(root)).toEqual(["big"]);
  expect((await server.kill("SIGTERM")).code).toBe(0);
});

test("what nobody wants more of ends quietly, and is no longer sent", async () => {
  const { root, server } = await setUp();
  await using _server = server;
  expect(await shell(`$FILES cat big --at ${server.at} | head -c 10`)).toEqual({
    code: 0,
    stdout: "0123456789",
    stderr: "",
  });
  await expect.poll(() => server.openIn(root), patient).toBe(0);
  expect(await server.kill("SIGTERM")).toMatchObject({ code: 0, lines: [expect.anything(), expect.anything()] });
});

test("a slow reader gets all of it", async () => {
  const { server } = await setUp();
  await using _server = server;
  const { stdout } = await shell(`$FILES cat big --at ${server.at} | { sleep 0.5; tail -c 10; }`);
  expect(stdout).toBe("0123456789");
});

test("a server that is told to stop finishes what runs, and takes nothing new", { timeout: 60_000 }, async () => {
  const { root, server } = await setUp();
  await using _server = server;
  const cat = await beginCat(root, server);
  const put = await beginPut(root, server);
  const ended = server.kill("SIGTERM");
  const refused = start("ls", "--at", server.at);
  const [[code], bytes] = await Promise.all([once(refused, "exit"), allOf(cat)]);
  put.stdin.end(" and half");
  expect([code, bytes.equals(big), (await ended).code]).toEqual([3, true, 0]);
  expect(await readFile(join(root, "new"), "utf8")).toBe("half and half");
});

test("a server that is told to stop waits for no one longer than ten seconds", { timeout: 30_000 }, async () => {
  const { root, server } = await setUp();
  await using _server = server;
  await beginCat(root, server);
  const began = performance.now();
  expect((await server.kill("SIGTERM")).code).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("the next server removes what a killed one has left", async () => {
  const { root, server } = await setUp();
  const put = await beginPut(root, server);
  const ended = once(put, "exit");
  await server.kill("SIGKILL");
  expect(await ended).toEqual([3, null]);
  expect(await readdir(root)).toHaveLength(2);
  await using next = await serving(root);
  expect(await readdir(root)).toEqual(["big"]);
  expect((await next.kill("SIGTERM")).code).toBe(0);
});

async function allOf(child: ChildProcessWithoutNullStreams): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
