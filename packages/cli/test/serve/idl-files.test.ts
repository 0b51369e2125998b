import { globSync } from "node:fs";
import { join } from "node:path";
import { type Listening, listenOn, parseAddress, connectTo } from "@seapink/addresses";
import { loadIdl } from "@seapink/idl/node";
import { binary } from "@seapink/protocol-binary";
import { createClient, type InteractionClient, type LooseClient } from "@seapink/rpc";
import { encode, type Field, type Method, type ServiceType, type StructType, successOf } from "@seapink/schema";
import { expect, test } from "vitest";
import { arrayOf } from "../array-of.ts";
import { sampleOf } from "../../src/sample/sample-of.ts";
import { mockHandler } from "../../src/serve/mock-handler.ts";
import { noScript } from "../../src/serve/script.ts";

const root = join(import.meta.dirname, "../../../..");
const files = globSync("{docs/examples,apps/*/idl,tooling/interop/idl,packages/idl/test/idl}/*.thrift", { cwd: root });

const addresses = ["rocket://127.0.0.1:0?protocol=binary", "tcp://127.0.0.1:0"];

test("finds the files of the repository", () => {
  expect(files.length).toBeGreaterThan(10);
});

test.each(files.flatMap((file) => addresses.map((address) => [file, address] as const)))(
  "answers all methods of %s with values of their types, at %s",
  async (file, address) => {
    const program = await loadIdl(join(root, file));
    for (const service of program.services.values()) {
      await using server = await listenOn(parseAddress(address), mockHandler([service], noScript));
      for (const method of service.methods.values())
        if (address.startsWith("rocket") || isPlain(method)) await checkMethod(server, service, method);
    }
  },
);

/** Plain Thrift messages carry nothing else. */
function isPlain({ kind, creates }: Method): boolean {
  return creates === undefined && (kind === "call" || kind === "oneway");
}

async function checkMethod(server: Listening, service: ServiceType, method: Method): Promise<void> {
  await using channel = await connectTo(parseAddress(server.address));
  await checkCall(createClient(service, channel), method);
}

async function checkCall(client: LooseClient, method: Method): Promise<void> {
  const { kind, creates, result, sinkItem, streamItem, finalResponse } = method;
  const args = sampleOf(method.args) as Readonly<Record<string, unknown>>;
  const items = sinkItem === undefined ? {} : { items: [sampleOf((successOf(sinkItem) as Field).type)] };
  const answer = await client[method.name]?.(args, items);
  if (kind === "oneway") return;
  const isVoid = successOf(result) === undefined;
  const [object, rest] =
    creates === undefined || (isVoid && kind === "call") ? [answer, answer] : (answer as unknown[]);
  const both = (kind === "call" || isVoid ? { response: rest, stream: rest, final: rest } : rest) as Both;
  if (!isVoid) checkValue(method, result, both.response);
  if (streamItem !== undefined) await checkItems(method, streamItem, both.stream);
  if (finalResponse !== undefined) checkValue(method, finalResponse, await both.final);
  if (creates !== undefined) await checkInteraction(object as InteractionClient, creates.methods.values());
}

interface Both {
  readonly response: unknown;
  readonly stream: AsyncIterable<unknown>;
  readonly final: unknown;
}

async function checkInteraction(handle: InteractionClient, methods: Iterable<Method>): Promise<void> {
  for (const method of methods) await checkCall(handle, method);
  await handle[Symbol.asyncDispose]();
}

async function checkItems(method: Method, item: StructType, stream: AsyncIterable<unknown>): Promise<void> {
  const items = await arrayOf(stream);
  expect(items).toHaveLength(3);
  for (const value of items) checkValue(method, item, value);
}

function checkValue({ name }: Method, result: StructType, success: unknown): void {
  const type = successOf(result);
  if (type === undefined) expect(success).toBeUndefined();
  else {
    expect(success).toEqual(sampleOf(type.type, { name }));
    encode(result, { success }, binary());
  }
}
