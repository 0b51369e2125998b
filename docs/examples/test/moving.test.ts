import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { root } from "./documents.ts";

const run = promisify(execFile);
const cwd = join(root, "docs/examples");
const source = "--conditions=@seapink/source";

/** Starts a server, and says where it listens. */
async function started(file: string): Promise<string> {
  const server: ChildProcess = spawn(process.execPath, [source, file], { cwd, env: { ...process.env, PORT: "0" } });
  onTestFinished(async () => {
    server.kill("SIGKILL");
    await once(server, "close");
  });
  const [line] = (await once(server.stdout?.setEncoding("utf8") ?? server, "data")) as [string];
  return line.trim();
}

async function printedBy(file: string, port: string = "0"): Promise<string[]> {
  const { stdout } = await run(process.execPath, [source, file], { cwd, env: { ...process.env, PORT: port } });
  return stdout.trimEnd().split("\n");
}

const servers = ["before/thrift-server.js", "src/orders-server.ts"];

test.each(servers)("a client of thrift calls %s", async (server) => {
  const printed = await printedBy("before/thrift-client.js", await started(server));
  expect(printed).toEqual(["0020000000000001 null [ 'new' ] 2", "4242 null paid", "true"]);
});

test.each(servers)("a client of ours calls %s", async (server) => {
  const printed = await printedBy("src/orders-client.ts", await started(server));
  expect(printed).toEqual(["9007199254740993n undefined [ 'new' ] 2", "4242 paid", "true"]);
});

test("thriftrw and ours write the same bytes, and each reads them", async () => {
  const [theirs, theirOrder] = await printedBy("before/thriftrw-bytes.js");
  const [ours, ourOrder] = await printedBy("src/orders-bytes.ts");
  expect(ours).toBe(theirs);
  expect(theirOrder).toBe("0020000000000001 PAID null [ 'new' ] 2");
  expect(ourOrder).toBe("9007199254740993n 2 undefined Set(1) { 'new' } 2");
});

test("a client of thriftrw, with the old header in a frame, calls our server", async () => {
  const printed = await printedBy("before/thriftrw-client.js", await started("src/orders-server.ts"));
  expect(printed).toEqual(["7 REPLY 0020000000000001"]);
});
