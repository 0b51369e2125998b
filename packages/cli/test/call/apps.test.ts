import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { type Ended, start } from "../command.ts";
import { folderOf } from "../folder.ts";
import { callHere } from "./call-here.ts";

const apps = new URL("../../../../apps/", import.meta.url);

function pathOf(path: string): string {
  return fileURLToPath(new URL(path, apps));
}

interface Running extends AsyncDisposable {
  /** `127.0.0.1:1234`. */
  readonly at: string;
}

/** An app that serves at a free port. */
async function serving(name: string, ...args: readonly string[]): Promise<Running> {
  const command = ["serve", "--listen", "any://127.0.0.1:0", ...args];
  const child = start(command, { program: pathOf(`${name}/src/main.ts`) });
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`${name} ended with ${String(code)}`)));
  ended.catch(() => undefined);
  const [line] = (await Promise.race([once(createInterface(child.stderr), "line"), ended])) as [string];
  return {
    at: line.replace("listening on any://", ""),
    async [Symbol.asyncDispose]() {
      const exited = once(child, "exit");
      child.kill("SIGKILL");
      await exited;
    },
  };
}

test("sets and gets a key", async () => {
  await using app = await serving("key-value", "--data", folderOf({}));
  const keyValue = (...args: readonly string[]): Promise<Ended> =>
    callHere([`tcp://${app.at}`, ...args, "--idl", pathOf("key-value/idl/keyvalue.thrift")]);
  const set = await keyValue("KeyValue.set", '{"key":"a","value":"ü\\n"}');
  expect(set).toEqual({ code: 0, stdout: '"ü\\n"\n', stderr: "" });
  expect(await keyValue("get", '{"key":"a"}')).toEqual({ code: 0, stdout: '"ü\\n"\n', stderr: "" });
  const missing = await keyValue("get", '{"key":"b"}');
  expect(missing).toEqual({ code: 1, stdout: '{"notFound":{"key":"b"}}\n', stderr: "" });
});

test("reads and writes files", async () => {
  await using app = await serving("file-server", "--root", folderOf({ "a.txt": "0123456789" }));
  const files = (args: readonly string[], stdin = ""): Promise<Ended> =>
    callHere([`rocket://${app.at}`, ...args, "--idl", pathOf("file-server/idl/filestore.thrift")], { stdin });
  const then = ["--then", 'seek {"delta":4}', "--then", 'FileAccess.read {"bytes":3}'];
  const read = await files(["openAndStat", '{"path":"a.txt"}', ...then]);
  expect(read).toEqual({ code: 0, stdout: expect.stringMatching(/^\{"size":10,.*\}\n4\n"NDU2"\n$/), stderr: "" });
  const written = await files(["write", '{"path":"b"}'], '"YQ==" "Yg=="');
  expect(JSON.parse(written.stdout)).toMatchObject({ info: { size: 2 } });
});
