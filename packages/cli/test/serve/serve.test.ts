import { join } from "node:path";
import { connectTo, parseAddress } from "@seapink/addresses";
import { compile } from "@seapink/idl";
import { createClient, type LooseClient } from "@seapink/rpc";
import { expect, test } from "vitest";
import { arrayOf } from "../array-of.ts";
import { outcomeOf } from "../../src/outcome.ts";
import { seapink } from "../../src/seapink.ts";
import { serve, type ServeOptions } from "../../src/serve/serve.ts";
import { run } from "../command.ts";
import { folderOf } from "../folder.ts";
import { serving } from "./serving.ts";

const idl = `
  exception NotFound { 1: string key }
  service KeyValue {
    string get(1: string key) throws (1: NotFound notFound)
    stream<string> keys()
  }
  service Other { i32 count() }`;

const script = `export default (idl) => {
  const NotFound = idl.exception("NotFound");
  return {
    KeyValue: {
      get({ key }) {
        if (key === "oops") throw new Error("no such\\nkey");
        if (key === "wrong") return 5;
        throw new NotFound({ key });
      },
    },
  };
};`;

function folder(): string {
  return folderOf({
    "kv.thrift": idl,
    "kv.mjs": script,
    "bad.mjs": "export default { KeyValu: {} };",
    "none.thrift": "struct A {}",
    "syntax.mjs": "const get = ;",
  });
}

const program = compile({ "kv.thrift": idl });

type Use<T> = (client: LooseClient) => Promise<T> | undefined;

/** Uses a client while there is a connection. */
async function withClient<T>(at: string, service: string, use: Use<T>): Promise<T | undefined> {
  await using channel = await connectTo(parseAddress(at), { service });
  return await use(createClient(program.service(service), channel));
}

function get(at: string, key: string): Promise<unknown> {
  return withClient(at, "KeyValue", (client) => client["get"]?.({ key }));
}

test("serves samples at several addresses until it is told to stop", async () => {
  const listen = ["--listen", "tcp://127.0.0.1:0", "--listen", "rocket://127.0.0.1:0"];
  await using server = await serving(["--idl", "kv.thrift", "--service", "KeyValue", ...listen], folder());
  const rocket = (await server.said(/rocket/)).slice("listening on ".length);
  expect(await get(server.at, "a")).toBe("get");
  const keys = withClient(rocket, "KeyValue", async (client) =>
    arrayOf((await client["keys"]?.()) as AsyncIterable<unknown>),
  );
  expect(await keys).toEqual(["keys", "keys", "keys"]);
  expect(await server.stop("SIGINT")).toBe(0);
  expect(server.lines).toEqual([`listening on ${server.at}`, `listening on ${rocket}`]);
});

test("answers by a script, prints each call, and says what its peers are not told", async () => {
  const args = ["--idl", "kv.thrift", "--listen", "any://127.0.0.1:0", "--script", "kv.mjs", "-v"];
  await using server = await serving(args, folder());
  const rocket = server.at.replace("any:", "rocket:");
  await expect(get(rocket, "a")).rejects.toEqual(new (program.exception("NotFound"))({ key: "a" }));
  await expect(get(rocket, "oops")).rejects.toMatchObject({ code: "internal_error", message: "internal error" });
  await expect(get(rocket, "wrong")).rejects.toMatchObject({ code: "internal_error", message: "internal error" });
  expect(await withClient(rocket, "Other", (client) => client["count"]?.())).toBe(1);
  expect(await server.stop()).toBe(0);
  const said = server.lines.map((line) => line.replaceAll(/tcp:.*?:\d+/g, "PEER").replaceAll(/[\d.]+ ms/g, "N ms"));
  expect(said.slice(1)).toEqual([
    "KeyValue.get NotFound N ms PEER",
    "KeyValue.get error N ms PEER",
    "PEER: Error: KeyValue.get: Error: no such\\u000akey (line 6)",
    "KeyValue.get error N ms PEER",
    "PEER: Error: get: could not write the answer, caused by success: expected string, got number 5",
    "Other.count ok N ms PEER",
  ]);
});

test("goes on when a script leaves errors behind", async () => {
  const stray = `export const get = ({ key }) => {
    if (key === "promise") Promise.reject(new Error("no\\nbody"));
    if (key === "timer") setTimeout(() => { throw new TypeError("late"); });
    return key;
  };`;
  const files = folderOf({ "kv.thrift": idl, "stray.mjs": stray });
  const args = ["--idl", "kv.thrift", "--listen", "tcp://127.0.0.1:0?service=KeyValue", "--script", "stray.mjs"];
  await using server = await serving([...args, "--service", "KeyValue"], files);
  for (const key of ["promise", "timer", "a"]) expect(await get(server.at, key)).toBe(key);
  await server.said(/^stray\.mjs: unhandled: Error: no\\u000abody \(line 2\)$/);
  await server.said(/^stray\.mjs: unhandled: TypeError: late \(line 3\)$/);
  expect(await server.stop()).toBe(0);
});

test("goes by the name in an address", async () => {
  const at = "tcp://127.0.0.1:0?service=Other";
  await using server = await serving(["--idl", "kv.thrift", "--listen", at], folder());
  expect(await withClient(server.at, "Other", (client) => client["count"]?.())).toBe(1);
});

const idlFile = ["--idl", "kv.thrift"];
const listen = ["--listen", "tcp://127.0.0.1:0"];

test("exits with 2 for what is no script", async () => {
  const args = ["serve", ...idlFile, ...listen, "--script", "syntax.mjs"];
  const stderr = "--script syntax.mjs: SyntaxError: Unexpected token ';'\n";
  expect(await run(args, { cwd: folder() })).toEqual({ code: 2, stdout: "", stderr });
});

test.each([
  ["no addresses", ["--idl", "kv.thrift"], "error: required option '--listen <address>' not specified"],
  ["no IDL", listen, "error: required option '--idl <file>' not specified"],
])("refuses %s", async (_, args, message) => {
  const program = seapink();
  program.commands.find((command) => command.name() === "serve")?.configureOutput({ writeErr: () => undefined });
  await expect(program.parseAsync(["serve", ...args], { from: "user" })).rejects.toThrow(message);
});

test.each<[what: string, options: Partial<ServeOptions>, message: string]>([
  ["IDL that is not there", { idl: "no.thrift" }, "no.thrift"],
  ["IDL without services", { idl: "none.thrift" }, "none.thrift: expected a file with a service, got one without"],
  ["a wrong address", { listen: ["tcp:9090"] }, "tcp:9090: expected a host and a port"],
  ["a service that is not there", { service: ["KeyValu"] }, "did you mean KeyValue?"],
  [
    "one name for several services",
    { listen: ["tcp://127.0.0.1:0?service=kv"] },
    "--service: expected one, which is served as kv, got 2 services",
  ],
  ["a wrong script", { script: "bad.mjs" }, "expected a service or method of the file, got KeyValu; did you mean"],
  ["a script that is not there", { script: "no.mjs" }, "no.mjs: expected a file that can be read, got none"],
])("refuses %s", async (_, options, message) => {
  const files = folder();
  const { idl = "kv.thrift", script, ...others } = options;
  const paths = { idl: join(files, idl), ...(script && { script: join(files, script) }) };
  const error: unknown = await serve({ listen: ["tcp://127.0.0.1:0"], ...others, ...paths }).catch(
    (error: unknown) => error,
  );
  expect(outcomeOf(error)).toEqual({ exitCode: 2, message: expect.stringContaining(message) });
});

test("tells of methods that mean different things", async () => {
  const files = folderOf({ "a.thrift": "service A { string get() } service B { i32 get() }" });
  await using server = await serving(["--idl", "a.thrift", ...listen], files);
  await server.said(/^several services have get: a call must name its service, or --service choose one$/);
});

test("exits with 3 where it cannot listen", async () => {
  await using server = await serving(["--idl", "kv.thrift", ...listen], folder());
  const { code, stderr } = await run(["serve", "--idl", "kv.thrift", "--listen", server.at], { cwd: folder() });
  expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining("not_open") });
});
