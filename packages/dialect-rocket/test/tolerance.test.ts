// What a peer must take (docs/wire/rocket.md, § 12): a test for each rule, on both sides where it has two.
import type { Call, Reply } from "@seapink/core";
import { describe, expect, test } from "vitest";
import { Flag, FrameType } from "../src/frames/frame-type.ts";
import { responseRpcError } from "../src/metadata/rpc-error.ts";
import { encoded } from "./metadata/encoded.ts";
import {
  cancel,
  clientPushed,
  complete,
  empty,
  failure,
  first,
  item,
  request,
  requestN,
  response,
  result,
  serverPushed,
} from "./says.ts";
import {
  bareServer,
  callOf,
  called,
  numbered,
  type Played,
  replyOf,
  served,
  Source,
  textOf,
  textsOf,
} from "./served.ts";
import { vectorNamed } from "./vectors.ts";

const echo = (): Promise<Reply> => Promise.resolve(replyOf("hello"));

/** Begins a call of our client, and takes the request. */
async function begin(client: Played, changes: Partial<Call> = {}): Promise<Reply> {
  const reply = client.channel.handle(callOf(changes));
  await client.hand.frame();
  client.hand.send(changes.kind === undefined || changes.kind === "call" ? response("hello") : first("hello"));
  return (await reply) as Reply;
}

describe("the data MIME", () => {
  test("may be another than Rocket's up to version 8", async () => {
    const server = bareServer(echo);
    server.hand.send(vectorNamed("SETUP of version 8, with another MIME type of data").hex, request(0));
    expect((await server.hand.frame()).type).toBe(FrameType.metadataPush);
    expect((await server.hand.frame()).data).toEqual(result("hello"));
  });
});

describe("the answer to SETUP", () => {
  test("may come behind the first response, and no request waits for it", async () => {
    const client = await called();
    expect(textOf(await begin(client))).toBe("hello");
    client.hand.send(serverPushed({ setupResponse: { version: 10 } }));
    const reply = client.channel.handle(callOf());
    await client.hand.frame();
    client.hand.send(response("again", {}, { streamId: 3 }));
    expect(textOf((await reply) as Reply)).toBe("again");
  });
});

describe("bits of REQUEST_CHANNEL", () => {
  test.each([Flag.next, 0])("NEXT says nothing (%i)", async (flag) => {
    const seen: string[] = [];
    const server = await served(async ({ items }) => {
      seen.push(...(await textsOf(items)));
      return replyOf("hello", new Source(["done"]));
    });
    server.hand.send(request(6, {}, { flags: Flag.metadata | flag }), item("a"), complete);
    await server.hand.frame();
    expect(seen).toEqual(["a"]);
  });

  test.each([6, 7])("COMPLETE says that the client has no items (kind %i)", async (kind) => {
    let seen: string[] | undefined;
    const server = await served(async ({ items }) => {
      seen = await textsOf(items);
      return replyOf("hello", new Source(["done"]));
    });
    server.hand.send(request(kind, {}, { flags: Flag.metadata | Flag.complete }));
    await server.hand.frame();
    expect(seen).toEqual([]);
  });
});

describe("compression 0", () => {
  test("of a request is none", async () => {
    const server = await served(echo);
    server.hand.send(request(0, { compression: 0 }));
    expect((await server.hand.frame()).data).toEqual(result("hello"));
  });

  test("of a response and of items is none", async () => {
    const client = await called();
    const { items } = await begin(client, { kind: "stream" });
    client.hand.send(item("a", { compression: 0 }), complete);
    expect(await textsOf(items)).toEqual(["a"]);
    const reply = client.channel.handle(callOf());
    await client.hand.soFar();
    client.hand.send(response("zero", { compression: 0 }, { streamId: 3 }));
    expect(textOf((await reply) as Reply)).toBe("zero");
  });
});

describe("payload metadata that is missing", () => {
  test("makes a response of an item", async () => {
    const client = await called();
    const { items } = await begin(client, { kind: "stream" });
    client.hand.send(
      item("a", { payloadMetadata: undefined }),
      item("b", {}, { flags: Flag.next, metadata: empty.subarray(1) }),
      complete,
    );
    expect(await textsOf(items)).toEqual(["a", "b"]);
  });

  test("makes a response of a final response", async () => {
    const client = await called();
    const { items } = await begin(client, { kind: "sink", items: new Source([]) });
    client.hand.send(item("final", { payloadMetadata: undefined }, { flags: 0x160 }));
    expect(await textsOf(items)).toEqual(["final"]);
  });

  test("makes a response of an item of a sink", async () => {
    const server = await served(async ({ items }) => replyOf((await textsOf(items)).join(), new Source(["done"])));
    server.hand.send(request(6), item("a", { payloadMetadata: undefined }), complete);
    expect((await server.hand.frame()).data).toEqual(result("a"));
  });
});

const declared = { exceptionMetadata: { name_utf8: "Gone", metadata: { declaredException: {} } } };
const undeclared = { exceptionMetadata: { name_utf8: "Oops", what_utf8: "boom" } };

describe("an exception of a stream", () => {
  test.each([true, false])("ends it, with COMPLETE or without (%s)", async (hasComplete) => {
    const client = await called();
    const { items } = await begin(client, { kind: "stream" });
    const iterator = (items ?? new Source([]))[Symbol.asyncIterator]();
    client.hand.send(
      item("x", { payloadMetadata: declared }, { flags: hasComplete ? 0x160 : 0x120 }),
      item("late"),
      complete,
    );
    expect((await iterator.next()).value).toMatchObject({ exception: { name: "Gone" } });
    expect((await iterator.next()).done).toBe(true);
    expect(await client.hand.soFar()).toEqual([]);
  });

  test.each([true, false])("that is not declared ends it as an error (%s)", async (hasComplete) => {
    const client = await called();
    const { items } = await begin(client, { kind: "stream" });
    client.hand.send(item("x", { payloadMetadata: undeclared }, { flags: hasComplete ? 0x160 : 0x120 }), complete);
    await expect(textsOf(items)).rejects.toMatchObject({ code: "unknown", message: "boom", details: { name: "Oops" } });
  });

  test.each([true, false])("of the client ends its half of a sink (%s)", async (hasComplete) => {
    const server = await served(async ({ items }) => {
      const why = await textsOf(items).then(
        () => "ended",
        (error: Error) => error.message,
      );
      return replyOf(why, new Source(["done"]));
    });
    server.hand.send(request(6), item("x", { payloadMetadata: undeclared }, { flags: hasComplete ? 0x160 : 0x120 }));
    expect((await server.hand.frame()).data).toEqual(result("boom"));
  });
});

describe("COMPLETE with metadata of one byte", () => {
  const bareComplete = { ...complete, flags: Flag.complete | Flag.metadata, metadata: empty };

  test("ends a stream", async () => {
    const client = await called();
    const { items } = await begin(client, { kind: "stream" });
    client.hand.send(item("a"), bareComplete);
    expect(await textsOf(items)).toEqual(["a"]);
  });

  test("ends the items of a sink", async () => {
    const server = await served(async ({ items }) => replyOf((await textsOf(items)).join(), new Source(["done"])));
    server.hand.send(request(6), item("a"), bareComplete);
    expect((await server.hand.frame()).data).toEqual(result("a"));
  });
});

const struct = encoded(responseRpcError, { name_utf8: "OVERLOAD", what_utf8: "busy", category: 2, code: 1 });

describe("the data of ERROR", () => {
  test.each([
    ["a struct", 0x202, struct, { code: "overloaded", message: "busy", mayHaveRun: false }],
    ["text of Go", 0x201, "unknown interaction id: 9", { code: "interaction_lost", mayHaveRun: false }],
    ["text with a code for structs", 0x203, "given up", { code: "cancelled", message: "given up" }],
    ["nothing", 0x202, "", { code: "declined" }],
  ])("may be %s", async (_, code, data, expected) => {
    const client = await called();
    const reply = client.channel.handle(callOf());
    client.hand.send(failure(code, data));
    await expect(reply).rejects.toMatchObject(expected);
  });

  test("may be text where a client gives up a sink", async () => {
    const server = await served(async ({ items }) => {
      const why = await textsOf(items).then(
        () => "ended",
        (error: Error) => error.message,
      );
      return replyOf(why, new Source(["done"]));
    });
    server.hand.send(request(6), failure(0x201, "given up"));
    expect((await server.hand.frame()).data).toEqual(result("given up"));
  });
});

describe("a first response with COMPLETE alone", () => {
  test("is none, of a call", async () => {
    const client = await called();
    const reply = client.channel.handle(callOf());
    client.hand.send(complete);
    await expect(reply).rejects.toMatchObject({ code: "missing_result" });
  });

  test.each(["stream", "sink", "bidi"] as const)("is none, of a %s", async (kind) => {
    const client = await called();
    const source = new Source(numbered(3), "wait");
    const reply = client.channel.handle(callOf({ kind, items: kind === "stream" ? undefined : source }));
    client.hand.send(complete);
    await expect(reply).rejects.toMatchObject({ code: "missing_result" });
    expect((await client.hand.soFar()).map(({ type }) => type)).toEqual([expect.any(Number)]);
  });
});

// Field 9, a struct without fields.
const unknownVariant = { type: FrameType.metadataPush, flags: Flag.metadata, metadata: Uint8Array.of(0x9c, 0, 0) };

describe("a push that is not known", () => {
  test("is ignored by a server", async () => {
    const server = await served(echo);
    server.hand.send(
      unknownVariant,
      clientPushed({ transportMetadataPush: { transportMetadata: new Map([["a", "b"]]) } }),
    );
    server.hand.send(clientPushed({ streamHeadersPush: { streamId: 1 } }), request(0));
    expect((await server.hand.frame()).data).toEqual(result("hello"));
  });

  test("is ignored by a client", async () => {
    const client = await called();
    client.hand.send(unknownVariant, serverPushed({ streamHeadersPush: { streamId: 1 } }));
    expect(textOf(await begin(client))).toBe("hello");
  });
});

describe("what comes behind the end of a stream", () => {
  const late = [requestN(5), cancel, item("late"), failure(0x201, "late")];

  test("is ignored by a server", async () => {
    const server = await served(() => Promise.resolve(replyOf("hello", new Source([]))));
    server.hand.send(request(4));
    expect((await server.hand.soFar()).length).toBe(2);
    server.hand.send(...late);
    expect(await server.hand.soFar()).toEqual([]);
  });

  test("is ignored by a client", async () => {
    const client = await called();
    const { items } = await begin(client, { kind: "stream" });
    client.hand.send(complete, ...late);
    expect(await textsOf(items)).toEqual([]);
    expect(await client.hand.soFar()).toEqual([]);
  });
});

test("one more item of bidi than was asked for is taken", async () => {
  const client = await called({ rocket: { window: { initialItems: 2, items: 2 } } });
  const { items } = await begin(client, { kind: "bidi", items: new Source([], "wait") });
  client.hand.send(...["a", "b", "c"].map((text) => item(text)), complete);
  expect(await textsOf(items)).toEqual(["a", "b", "c"]);
});

test("headers come in any order", async () => {
  const seen: (readonly [string, string])[][] = [];
  const server = await served((call) => {
    seen.push([...call.headers].toSorted(([a], [b]) => a.localeCompare(b)));
    return echo();
  });
  const headers = [
    ["a", "1"],
    ["b", "2"],
  ] as const;
  server.hand.send(request(0, { otherMetadata: new Map(headers) }));
  server.hand.send(request(0, { otherMetadata: new Map(headers.toReversed()) }, { streamId: 3 }));
  await server.hand.soFar();
  expect(seen).toEqual([headers, headers]);
});
