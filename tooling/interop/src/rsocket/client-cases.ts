import { delay, type FrameCase, same, within } from "./checks.ts";
import { Received } from "./received.ts";
import { asked, echoed, item, keepAliveMs, setUp, textsIn } from "./their-client.ts";
import { long } from "./their-server.ts";
import { kinds, versionOf } from "./words.ts";

/** The library's client against our server. */
export const clientCases: readonly FrameCase[] = [
  {
    name: "setup",
    run: () =>
      setUp(async ({ proxy }) => {
        // The library drops it.
        const push = await within(1000, "METADATA_PUSH", proxy.answered);
        same("its type", push.readUInt16BE(7), 0x3100);
        same("the version", versionOf(push.subarray(9, 3 + push.readUIntBE(0, 3))), 10);
      }),
  },
  {
    name: "call",
    run: () => setUp(async ({ client }) => same("an answer", await echoed(client, "hello"), "hello")),
  },
  {
    name: "fragments/call",
    run: () => setUp(async ({ client }) => same("a long answer", (await echoed(client, long)) === long, true)),
  },
  {
    name: "fragments/items",
    run: () =>
      setUp(async ({ client }) => {
        const received = new Received();
        client.requestStream(asked("once", kinds.stream, long), 10, received);
        same("the end of a stream", await received.ended, "complete");
        same(
          "its texts",
          textsIn(received).map((text) => text === long),
          [true, true],
        );
      }),
  },
  {
    name: "oneway",
    run: () =>
      setUp(async ({ client, ours }) => {
        client.fireAndForget(asked("note", kinds.oneway, "noted"), new Received());
        await echoed(client, "behind it");
        same("what was noted", ours.notes, ["noted"]);
      }),
  },
  {
    name: "error",
    run: () =>
      setUp(async ({ client }) => {
        const received = new Received();
        client.requestResponse(asked("nobody", kinds.call, ""), received);
        const error = await received.ended;
        same("the code", error === "complete" ? error : Reflect.get(error, "code"), 0x204);
        same("another answer", await echoed(client, "still there"), "still there");
      }),
  },
  {
    name: "request-n",
    run: () =>
      setUp(async ({ client }) => {
        const received = new Received();
        const stream = client.requestStream(asked("count", kinds.stream, "first"), 3, received);
        await received.count(3);
        await echoed(client, "whatever comes has come");
        same("what came", textsIn(received), ["first", "0", "1"]);
        stream.request(2);
        await received.count(5);
        await echoed(client, "whatever comes has come");
        same("what came", textsIn(received), ["first", "0", "1", "2", "3"]);
      }),
  },
  {
    name: "cancel",
    run: () =>
      setUp(async ({ client, ours }) => {
        const received = new Received();
        const stream = client.requestStream(asked("count", kinds.stream, ""), 2, received);
        await received.count(2);
        stream.cancel();
        await ours.returned;
        same("another answer", await echoed(client, "still there"), "still there");
      }),
  },
  {
    name: "sink",
    run: () =>
      setUp(async ({ client }) => {
        const received = new Received();
        const sink = client.requestChannel(asked("gather", kinds.sink, "first"), 2, false, received);
        await received.until(() => received.asked > 0);
        for (const text of ["a", "b", "c"]) sink.onNext(item(text), false);
        sink.onComplete();
        same("the end of a sink", await received.ended, "complete");
        same("the answers", textsIn(received), ["first", "a,b,c"]);
      }),
  },
  {
    name: "bidi",
    run: () =>
      setUp(async ({ client }) => {
        const received = new Received();
        const bidi = client.requestChannel(asked("reflect", kinds.bidi, "first"), 10, false, received);
        await received.until(() => received.asked > 0);
        for (const text of ["a", long]) bidi.onNext(item(text), false);
        bidi.onComplete();
        same("the end of bidi", await received.ended, "complete");
        same(
          "the answers",
          textsIn(received).map((text) => text.length),
          [5, 1, long.length],
        );
      }),
  },
  {
    name: "keepalive",
    run: () =>
      setUp(async ({ client, proxy }) => {
        let isClosed = false;
        client.onClose(() => (isClosed = true));
        await delay(10 * keepAliveMs);
        same("whether it closed", isClosed, false);
        same("keepalives and their echoes", proxy.keepAlives > 10, true);
        same("an answer", await echoed(client, "hello"), "hello");
      }),
  },
  {
    name: "keepalive/death",
    run: () =>
      setUp(async ({ client, ours, proxy }) => {
        const received = new Received();
        client.requestStream(asked("count", kinds.stream, ""), 2, received);
        await received.count(2);
        const closed = new Promise<void>((resolve) => client.onClose(() => resolve()));
        proxy.isSilent = true;
        await within(2 * keepAliveMs + 150, "our server to let its stream go", ours.returned);
        await within(4 * keepAliveMs, "their client to close", closed);
      }),
  },
];
