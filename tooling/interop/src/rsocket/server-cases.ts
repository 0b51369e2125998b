import type { Items, Payload } from "@seapink/core";
import { delay, type FrameCase, same, within } from "./checks.ts";
import { answered, callOf, iteratorOf, itemsOf, keepAliveMs, setUp, textIn, window } from "./our-client.ts";
import { long } from "./their-server.ts";
import { mimes, textBytes, textOf } from "./words.ts";

/** Our client against the library's server. */
export const serverCases: readonly FrameCase[] = [
  {
    name: "setup",
    run: () =>
      setUp(async ({ seen }) => {
        const { metadataMimeType, dataMimeType, keepAliveInterval, metadata } = seen.setup ?? {};
        same("the MIME types", { metadataMimeType, dataMimeType }, mimes);
        same("the keepalive", keepAliveInterval, keepAliveMs);
        same("the key", metadata?.subarray(0, 4).toString("hex"), "f09f9a80");
      }),
  },
  {
    name: "call",
    run: () =>
      setUp(async ({ channel }) => same("an answer", textIn(await answered(channel, callOf("echo"))), "hello")),
  },
  {
    name: "fragments/call",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const body = textBytes(1, long.slice(0, 20_000));
        // The library never cuts what its server sends, so that it must fit our limit.
        const reply = answered(channel, callOf("hang", { body, deadline: performance.now() + 500 }));
        await within(2000, "the library to join fragments", reply).catch(() => undefined);
        same(
          "what came",
          seen.texts.map((one) => one.length),
          [20_000],
        );
      }),
  },
  {
    name: "fragments/items",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const reply = await answered(channel, callOf("gather", { kind: "sink", items: itemsOf([long, "b"]) }));
        await within(2000, "the library to join fragments", seen.received.count(2));
        same(
          "what came",
          seen.received.payloads.map(({ data }) => textOf(0, data).length),
          [long.length, 1],
        );
        void iteratorOf(reply).return?.();
      }),
  },
  {
    name: "oneway",
    run: () =>
      setUp(async ({ channel, seen }) => {
        await channel.handle(callOf("note", { kind: "oneway", body: textBytes(1, "noted") }));
        await answered(channel, callOf("echo"));
        same("what came", seen.texts, ["noted", "hello"]);
      }),
  },
  {
    name: "error",
    run: () =>
      setUp(async ({ channel }) => {
        const failure: unknown = await answered(channel, callOf("fail")).catch((error: unknown) => error);
        same("the code", Reflect.get(Object(failure), "code"), "unknown_method");
        same("another answer", textIn(await answered(channel, callOf("echo"))), "hello");
      }),
  },
  {
    name: "request-n",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const reply = await answered(channel, callOf("count", { kind: "stream" }));
        await answered(channel, callOf("echo"));
        same("what is asked for at first", seen.received.asked, window + 1);
        const iterator = iteratorOf(reply);
        for (let taken = 1; taken <= 50; taken++) {
          const { value } = await iterator.next();
          same("an item", textIn(value as Payload), String(taken));
          await answered(channel, callOf("echo"));
          if (seen.sent > taken + window + 1) throw new Error(`expected ${window} ahead of ${taken}, got ${seen.sent}`);
        }
        await iterator.return?.();
      }),
  },
  {
    name: "cancel",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const reply = await answered(channel, callOf("count", { kind: "stream" }));
        await iteratorOf(reply).return?.();
        await within(
          2000,
          "CANCEL",
          seen.received.until(() => seen.received.isCancelled),
        );
        same("another answer", textIn(await answered(channel, callOf("echo"))), "hello");
      }),
  },
  {
    name: "sink",
    run: () =>
      setUp(async ({ channel, seen }) => {
        const sent: Items = itemsOf(["a", "b", "c"]);
        const reply = await answered(channel, callOf("gather", { kind: "sink", items: sent }));
        same("the initial n", seen.received.asked, 2);
        const { value } = await iteratorOf(reply).next();
        same("the final response", textIn(value as Payload), "a,b,c");
      }),
  },
  {
    name: "keepalive",
    run: () =>
      setUp(async ({ channel, proxy }) => {
        await delay(10 * keepAliveMs);
        same("keepalives and their echoes", proxy.keepAlives > 10, true);
        same("an answer", textIn(await answered(channel, callOf("echo"))), "hello");
      }),
  },
  {
    name: "keepalive/death",
    run: () =>
      setUp(async ({ channel, proxy, seen }) => {
        const reply = await answered(channel, callOf("count", { kind: "stream" }));
        const lost = (async () => {
          for await (const _ of reply.items ?? []) if (channel.closing.aborted) break;
        })().catch(() => undefined);
        proxy.isSilent = true;
        await within(4 * keepAliveMs, "our client to give up", lost);
        await within(8 * keepAliveMs, "their server to give up", seen.closed);
      }),
  },
];
