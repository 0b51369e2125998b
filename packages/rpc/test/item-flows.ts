import { expect } from "vitest";
import type { Flow } from "./flow.ts";
import { NotFoundError } from "./lab.ts";

async function toArray<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

async function drained(items: AsyncIterator<unknown>): Promise<void> {
  while ((await items.next()).done !== true);
}

async function* failingNumbers(): AsyncGenerator<number> {
  yield 1;
  throw new Error("out of numbers");
}

/** The flows that need more than messages: interactions, streams, sinks. */
export const itemFlows: readonly Flow[] = [
  {
    name: "an interaction created, called behind its creation, and ended",
    needs: "everything",
    async run({ client, server }) {
      const opening = client.open({ path: "a.txt" });
      const seeks = [1n, 2n, 3n].map((delta) => opening.handle.seek({ delta }));
      await server.journal.saw("opening a.txt");
      server.gate.at("open").open();
      expect(await Promise.all(seeks)).toEqual([1n, 3n, 6n]);
      const file = await opening;
      expect(await toArray(await file.read({ bytes: 2 }))).toEqual(["a.txt@6", "a.txt@7"]);
      await file.close();
      await file.close();
      await server.journal.saw("terminated a.txt closed");
      expect(await file.seek({ delta: 1n }).catch((e: unknown) => e)).toMatchObject({ code: "interaction_lost" });
      expect(server.journal.lines.filter((line) => line.startsWith("terminated"))).toHaveLength(1);
    },
  },
  {
    name: "an interaction with an initial response",
    needs: "everything",
    async run({ client, server }) {
      const [file, info] = await client.openAndStat({ path: "b.txt" });
      expect(info).toEqual({ size: 5n, name: "b.txt" });
      expect(await file.seek({ delta: 7n })).toBe(7n);
      expect(await file.crash({}).catch((e: unknown) => e)).toMatchObject({ code: "internal_error" });
      await file[Symbol.asyncDispose]();
      await server.journal.saw("terminated b.txt closed");
    },
  },
  {
    name: "an interaction whose creation fails takes the calls behind it along",
    needs: "everything",
    async run({ client, server }) {
      const opening = client.open({ path: "missing" });
      const seek = opening.handle.seek({ delta: 1n }).catch((e: unknown) => e);
      server.gate.at("open").open();
      expect(await opening.catch((e: unknown) => e)).toBeInstanceOf(NotFoundError);
      expect(await seek).toMatchObject({ code: "interaction_lost" });
    },
  },
  {
    name: "an interaction dropped with its connection",
    needs: "everything",
    async run({ client, server, connection, rig }) {
      const [file] = await client.openAndStat({ path: "d.txt" });
      await file.seek({ delta: 1n });
      await connection.break();
      await connection.close();
      // A proxy that has lost its client ends in order what it began for it.
      await server.journal.saw(
        rig.isProxied ? /^terminated d.txt (disconnected|closed)$/ : "terminated d.txt disconnected",
      );
      expect(await file.seek({ delta: 1n }).catch((e: unknown) => e)).toBeInstanceOf(Error);
      expect(server.journal.lines.filter((line) => line.startsWith("terminated"))).toHaveLength(1);
    },
  },
  {
    name: "an interaction called behind its creation, and a stream of it, as the connection drops",
    needs: "everything",
    async run({ client, server, connection }) {
      const opening = client.openAndStat({ path: "p.txt" });
      const behind = opening.handle.seek({ delta: 2n });
      const [file, info] = await opening;
      expect([info, await behind]).toEqual([{ size: 5n, name: "p.txt" }, 2n]);
      const stream = (await file.read({ bytes: 1_000_000 }))[Symbol.asyncIterator]();
      expect(await stream.next()).toEqual({ done: false, value: "p.txt@2" });
      await connection.break();
      expect(await drained(stream).catch((e: unknown) => e)).toMatchObject({ code: "closed" });
      await connection.close();
      await server.journal.saw(/^terminated p.txt (disconnected|closed)$/);
    },
  },
  {
    name: "an interaction whose creation is under way as the connection drops",
    needs: "everything",
    async run({ client, server, connection }) {
      const opening = client.open({ path: "e.txt" });
      const behind = opening.handle.seek({ delta: 1n }).catch((e: unknown) => e);
      const failed = opening.catch((e: unknown) => e);
      await server.journal.saw("opening e.txt");
      await connection.break();
      expect(await failed).toMatchObject({ code: "closed", mayHaveRun: true });
      expect(await behind).toMatchObject({ code: "closed" });
      await server.journal.saw("opening e.txt aborted");
      server.gate.at("open").open();
      await server.journal.saw(/^terminated e.txt (disconnected|closed)$/);
      expect(server.journal.lines.filter((line) => line.startsWith("seek"))).toEqual([]);
    },
  },
  {
    name: "an interaction that begins with its first call",
    needs: "everything",
    async run({ client, server }) {
      const file = client.createFile();
      const seeks = [1n, 2n, 3n].map((delta) => file.seek({ delta }, { headers: { path: `${delta}.txt` } }));
      expect(await Promise.all(seeks)).toEqual([1n, 3n, 6n]);
      await file.close();
      await server.journal.saw("terminated 1.txt closed");
      expect(server.journal.lines.filter((line) => line.startsWith("constructing"))).toEqual(["constructing 1.txt"]);
      const unused = client.createFile();
      await unused.close();
      expect(await unused.seek({ delta: 1n }).catch((e: unknown) => e)).toMatchObject({ code: "interaction_lost" });
      await client.ping({});
      expect(server.journal.lines.filter((line) => line.startsWith("constructing"))).toHaveLength(1);
    },
  },
  {
    name: "an interaction whose constructor fails takes its first call and those behind it along",
    needs: "everything",
    async run({ client }) {
      const file = client.createFile();
      const first = file.seek({ delta: 1n }, { headers: { path: "forbidden" } }).catch((e: unknown) => e);
      const behind = file.seek({ delta: 1n }).catch((e: unknown) => e);
      for (const error of [await first, await behind, await file.crash({}).catch((e: unknown) => e)])
        expect(error).toMatchObject({ code: "interaction_lost", mayHaveRun: false });
    },
  },
  {
    name: "an interaction with a stream behind its creation",
    needs: "everything",
    async run({ client, server }) {
      const opening = client.openAndRead({ path: "a" });
      const behind = opening.handle.seek({ delta: 5n });
      const [file, stream] = await opening;
      expect([await behind, await toArray(stream)]).toEqual([5n, ["a one", "a two", "a three"]]);
      await file.close();
      await server.journal.saw("terminated a closed");
      const [other, { response, stream: tail }] = await client.openAndTail({ path: "endless" });
      expect([response, await other.seek({ delta: 2n })]).toEqual([{ size: 7n, name: "endless" }, 2n]);
      await other.close();
      expect(await toArray(tail).catch((e: unknown) => e)).toMatchObject({ code: "interaction_lost" });
      await server.journal.saw("terminated endless closed");
      const failing = client.openAndRead({ path: "missing" });
      expect(await failing.catch((e: unknown) => e)).toBeInstanceOf(NotFoundError);
      const late = await failing.handle.seek({ delta: 1n }).catch((e: unknown) => e);
      expect(late).toMatchObject({ code: "interaction_lost" });
    },
  },
  {
    name: "an interaction with a sink behind its creation",
    needs: "everything",
    async run({ client, server }) {
      const [file, final] = await client.openAndWrite({ path: "a" }, { items: ["one", "two"] });
      expect([await file.seek({ delta: 1n }), await final]).toEqual([1n, 6n]);
      await file.close();
      await server.journal.saw("terminated a closed");
      const [other, { response, final: length }] = await client.openAndAppend({ path: "b" }, { items: ["three"] });
      expect([await other.seek({ delta: 1n }), response, await length]).toEqual([1n, "b", 5n]);
      const [third, stream] = await client.openAndShout({ path: "c" }, { items: ["a", "b"] });
      expect([await third.seek({ delta: 1n }), await toArray(stream)]).toEqual([1n, ["A", "B"]]);
    },
  },
  {
    name: "a stream, whole and left early",
    needs: "everything",
    async run({ client, server }) {
      expect(await toArray(await client.count({ to: 4 }))).toEqual([1, 2, 3, 4]);
      server.journal.lines.length = 0;
      for await (const item of await client.count({ to: 1_000_000 })) if (item === 3) break;
      await server.journal.saw("count ended");
    },
  },
  {
    name: "a stream that waits for its consumer",
    needs: "everything",
    async run({ client, server }) {
      const stream = (await client.count({ to: 20_000 }))[Symbol.asyncIterator]();
      expect(await stream.next()).toEqual({ done: false, value: 1 });
      for (let i = 0; i < 20; i++) await client.ping({});
      expect(server.journal.lines).toEqual([]);
      await drained(stream);
      expect(server.journal.lines).toEqual(["count ended"]);
    },
  },
  {
    name: "a stream cancelled across the way",
    needs: "everything",
    async run({ client, server }) {
      const abort = new AbortController();
      const options = { signal: abort.signal };
      const stream = (await client.count({ to: 1_000_000 }, options))[Symbol.asyncIterator]();
      expect(await stream.next()).toEqual({ done: false, value: 1 });
      abort.abort(new Error("changed my mind"));
      expect(await drained(stream).catch((e: unknown) => e)).toMatchObject({
        code: "cancelled",
        cause: abort.signal.reason,
      });
      await server.journal.saw("count ended");
    },
  },
  {
    name: "a stream ending in a declared exception",
    needs: "everything",
    async run({ client }) {
      const seen: number[] = [];
      const error = await (async () => {
        for await (const item of await client.count({ to: 2, thenThrow: true })) seen.push(item);
      })().catch((e: unknown) => e);
      expect(seen).toEqual([1, 2]);
      expect(error).toBeInstanceOf(NotFoundError);
      expect(error).toMatchObject({ key: "the end" });
    },
  },
  {
    name: "a stream behind a first response, which may be an exception",
    needs: "everything",
    async run({ client }) {
      const { response, stream } = await client.tail({ key: "log" });
      expect(response).toEqual({ size: 3n, name: "log" });
      expect(await toArray(stream)).toEqual(["log one", "log two", "log three"]);
      expect(await client.tail({ key: "missing" }).catch((e: unknown) => e)).toBeInstanceOf(NotFoundError);
    },
  },
  {
    name: "a sink with initial and final response",
    needs: "everything",
    async run({ client }) {
      const { response, final } = await client.sum({ name: "s" }, { items: [1, 2, 3] });
      expect(response).toBe("sum of s");
      expect(await final).toBe(6n);
      const failing = await client.sum({ name: "s" }, { items: [1, -1] });
      expect(await failing.final.catch((e: unknown) => e)).toMatchObject({ key: "a positive number" });
    },
  },
  {
    name: "a sink that the server leaves early",
    needs: "everything",
    async run({ client }) {
      let returned = false;
      async function* words(): AsyncGenerator<string> {
        try {
          yield* ["a", "b", "stop", "c"];
        } finally {
          returned = true;
        }
      }
      expect(await client.gather({}, { items: words() })).toBe("a b");
      expect(returned).toBe(true);
    },
  },
  {
    name: "a sink whose source fails",
    needs: "everything",
    async run({ client, server }) {
      const { final } = await client.sum({ name: "s" }, { items: failingNumbers() });
      expect(await final.catch((e: unknown) => e)).toMatchObject({ message: "out of numbers" });
      await server.journal.saw("sum failed");
    },
  },
  {
    name: "bidi, whole and left early",
    needs: "everything",
    async run({ client }) {
      expect(await toArray(await client.shout({}, { items: ["a", "b"] }))).toEqual(["A", "B"]);
      const returned = Promise.withResolvers<string>();
      async function* words(): AsyncGenerator<string> {
        try {
          while (true) yield "a";
        } finally {
          returned.resolve("returned");
        }
      }
      for await (const word of await client.shout({}, { items: words() })) if (word === "A") break;
      expect(await returned.promise).toBe("returned");
    },
  },
  {
    name: "drain with a stream open",
    needs: "everything",
    async run({ client, connection }) {
      // More than are sent ahead.
      const stream = (await client.count({ to: 1000 }))[Symbol.asyncIterator]();
      expect(await stream.next()).toEqual({ done: false, value: 1 });
      let isClosed = false;
      const closed = connection.close().then(() => (isClosed = true));
      expect(await client.ping({}).catch((e: unknown) => e)).toMatchObject({ code: "not_open" });
      expect(await stream.next()).toEqual({ done: false, value: 2 });
      expect(isClosed).toBe(false);
      for (let i = 3; i <= 1000; i++) expect(await stream.next()).toEqual({ done: false, value: i });
      expect(await stream.next()).toMatchObject({ done: true });
      await closed;
    },
  },
];
