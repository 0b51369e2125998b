import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { type Listening, listenOn, parseAddress } from "@seapink/addresses";
import { ApplicationError } from "@seapink/core";
import { compile } from "@seapink/idl";
import { expect, test } from "vitest";
import { type BenchRequest, runBench } from "../../src/bench/run-bench.ts";
import { outcomeOf } from "../../src/outcome.ts";
import { mockHandler } from "../../src/serve/mock-handler.ts";
import { seapink } from "../../src/seapink.ts";
import { scriptOf } from "../../src/serve/script.ts";
import { type Ended, run, start } from "../command.ts";
import { folderOf } from "../folder.ts";
import { endOf, type StandardOptions } from "../standard.ts";

const idl = `
  exception NotFound { 1: string key }
  interaction Cursor { string next() }
  service KeyValue {
    string get(1: string key, 2: optional list<i32> ids) throws (1: NotFound notFound)
    stream<string> keys()
    oneway void forget(1: string key)
    sink<string, string> put()
    Cursor scan()
  }`;

const program = compile({ "kv.thrift": idl });

const never = (): Promise<never> => new Promise(() => undefined);

const answers = {
  KeyValue: {
    get({ key }: { key: string }) {
      if (key === "missing") throw new (program.exception("NotFound"))({ key });
      if (key === "broken") throw new ApplicationError("overloaded", "come again");
      return key === "slow" ? never() : "value";
    },
  },
};

function server(exported: object = answers): Promise<Listening> {
  const handler = mockHandler([program.service("KeyValue")], scriptOf(exported, program));
  return listenOn(parseAddress("rocket://127.0.0.1:0"), handler, {
    limits: { drainTimeoutMs: 1 },
    onError: () => undefined,
  });
}

function folder(): string {
  return folderOf({ "kv.thrift": idl });
}

const request: BenchRequest = {
  address: "tcp://127.0.0.1:9090",
  method: "get",
  idl: "kv.thrift",
  args: '{"key": "a"}',
  inFlight: 1,
  connections: 1,
  durationMs: 100,
  timeoutMs: 1_000,
};

/** Here, by what else there is to be asked for. */
function bench(changes: Partial<BenchRequest>, options?: StandardOptions): Promise<Ended> {
  const given = { ...request, idl: join(folder(), "kv.thrift"), warmUpMs: 1, ...changes };
  return endOf((streams) => runBench(given, streams), options);
}

test("prints a table of what was answered, and nothing else", async () => {
  await using served = await server();
  const { code, stdout, stderr } = await run(
    ["bench", served.address, "KeyValue.get", '{"key": "a"}', "--idl", "kv.thrift", "-d", "100ms"],
    { cwd: folder() },
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  const lines = stdout.trimEnd().split("\n");
  expect(lines[0]).toMatch(/^KeyValue\.get at rocket:\/\/127\.0\.0\.1:\d+: 64 in flight on 1 connection, [\d.]+ s$/);
  const names = lines.slice(1).map((line) => line.trim().split(/ +/)[0]);
  expect(names).toEqual(["calls", "calls/s", "p50", "p90", "p99", "p99.9", "max"]);
});

interface Figures {
  readonly calls: number;
  readonly results: number;
  readonly items: number;
}

test("prints JSON, with the items of streams, and arguments from standard input", async () => {
  await using served = await server();
  const asked = { method: "keys", args: "-", json: true, inFlight: 4, connections: 2, rate: 500 };
  const { code, stdout } = await bench({ address: served.address, ...asked }, { stdin: "{}" });
  const { calls, results, items, ...others } = JSON.parse(stdout) as Figures;
  expect(others).toMatchObject({ method: "KeyValue.keys", inFlight: 4, connections: 2, rate: 500, errors: {} });
  expect({ code, results, items }).toEqual({ code: 0, results: calls, items: 3 * calls });
});

test("exits with 1 where all answers are declared exceptions", async () => {
  await using served = await server();
  const { code, stdout, stderr } = await bench({ address: served.address, args: '{"key": "missing"}', json: true });
  const { calls, exceptions } = JSON.parse(stdout) as { readonly calls: number; readonly exceptions: object };
  expect({ code, stderr, exceptions }).toEqual({ code: 1, stderr: "", exceptions: { NotFound: calls } });
});

test("exits with 4 where all calls fail with an error of the server", async () => {
  await using served = await server();
  const { code, stdout, stderr } = await bench({ address: served.address, args: '{"key": "broken"}', json: true });
  expect({ code, stderr }).toEqual({ code: 4, stderr: "overloaded: come again\n" });
  expect(JSON.parse(stdout)).toMatchObject({ calls: 0, errors: { overloaded: expect.any(Number) as number } });
});

test("exits with 3 where no answer comes in time, and where nobody is", async () => {
  const served = await server();
  const slow = await bench({ address: served.address, args: '{"key": "slow"}' });
  expect(slow).toMatchObject({ code: 3, stderr: expect.stringMatching(/^timed_out: .*\n$/) as string });
  await served.close();
  const gone = await bench({ address: served.address });
  expect(gone).toMatchObject({ code: 3, stdout: "", stderr: expect.stringMatching(/^not_open: .*\n$/) as string });
});

test("prints what it has when it is interrupted", async () => {
  const { promise: isMeasuring, resolve } = Promise.withResolvers<void>();
  let calls = 0;
  const get = (): void => (++calls > 1_000 ? resolve() : undefined);
  await using served = await server({ KeyValue: { get } });
  const args = ["bench", served.address, "get", '{"key": "a"}', "--idl", "kv.thrift"];
  const child = start([...args, "-d", "1h", "--warm-up", "1ms", "--json"], { cwd: folder() });
  const [stdout, closed] = [text(child.stdout), once(child, "close")];
  await isMeasuring;
  child.kill("SIGINT");
  expect(await closed).toEqual([0, null]);
  const figures = JSON.parse(await stdout) as { readonly calls: number; readonly errors: object };
  expect(figures.calls).toBeGreaterThan(0);
  expect(figures.errors).toEqual({});
});

test("exits with 130 when it is interrupted before anything was answered", async () => {
  const { promise: isCalled, resolve } = Promise.withResolvers<void>();
  const get = (): Promise<never> => {
    resolve();
    return never();
  };
  await using served = await server({ KeyValue: { get } });
  const child = start(["bench", served.address, "get", "--idl", "kv.thrift"], { cwd: folder() });
  const [stdout, closed] = [text(child.stdout), once(child, "close")];
  await isCalled;
  child.kill("SIGINT");
  expect(await closed).toEqual([130, null]);
  expect(await stdout).toMatch(/\n {2}unfinished +64\n$/);
});

test.each<[what: string, changes: Partial<BenchRequest>, message: string]>([
  ["a wrong address", { address: "tcp:9090" }, "tcp:9090: expected a host and a port"],
  ["no IDL", { idl: "no.thrift" }, "no.thrift"],
  ["a method that is not there", { method: "got" }, "METHOD: expected one of KeyValue.get"],
  [
    "a oneway",
    { method: "forget" },
    "METHOD: expected one that answers with a result or a stream, got the oneway KeyValue.forget",
  ],
  ["a sink", { method: "put" }, "got the sink KeyValue.put"],
  ["what creates an interaction", { method: "scan" }, "got the call that creates an interaction KeyValue.scan"],
  ["arguments of another type", { args: '{"key": "a", "ids": [1, "x"]}' }, 'args.ids[1]: expected i32, got string "x"'],
  ["what is no JSON", { args: "{" }, "args"],
  [
    "more connections than calls",
    { connections: 2 },
    "--connections: expected at most 1, as many as calls in flight, got 2",
  ],
])("refuses %s before it connects", async (_, changes, message) => {
  const idlFile = join(folder(), changes.idl ?? "kv.thrift");
  const error: unknown = await runBench({ ...request, ...changes, idl: idlFile }).catch((error: unknown) => error);
  expect(outcomeOf(error)).toEqual({ exitCode: 2, message: expect.stringContaining(message) as string });
});

test.each([
  ["-c", "0"],
  ["-c", "1.5"],
  ["--connections", "x"],
  ["-d", "2"],
  ["--rate", "-1"],
  ["--warm-up", "1"],
])("refuses %s %s", async (name, value) => {
  const program = seapink();
  program.commands.find((command) => command.name() === "bench")?.configureOutput({ writeErr: () => undefined });
  const args = ["bench", "tcp://127.0.0.1:1", "get", "--idl", "kv.thrift", name, value];
  await expect(program.parseAsync(args, { from: "user" })).rejects.toMatchObject({ code: "commander.invalidArgument" });
});

test("says that headers are not sent where there are none", async () => {
  const address = "tcp://127.0.0.1:1";
  const { stderr } = await bench({ address, header: new Map([["trace", "7"]]) });
  expect(stderr).toMatch(/^-H: trace not sent, since tcp:\/\/127\.0\.0\.1:1 carries no headers\nnot_open: .*\n$/);
});
