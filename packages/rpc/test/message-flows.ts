import { ApplicationError, type Call, type Channel, noHeaders, ProtocolError, TransportError } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { createClient, retry } from "@seapink/rpc";
import { expect } from "vitest";
import type { Flow } from "./flow.ts";
import { Clock, Lab, NotFoundError } from "./lab.ts";

/** The flows that plain messages carry: one call, one answer. */
export const messageFlows: readonly Flow[] = [
  {
    name: "unary",
    needs: "messages",
    async run({ client }) {
      expect(await client.echo({ text: "hello", tags: ["a", "b"] })).toBe("hello a b");
      expect(await client.ping({})).toBeUndefined();
    },
  },
  {
    name: "many calls, answered in any order",
    needs: "messages",
    async run({ client, server }) {
      const keys = Array.from({ length: 100 }, (_, i) => `k${i}`);
      const answers = Promise.all(keys.map((key) => client.hold({ key })));
      for (const key of keys) await server.journal.saw(`hold ${key}`);
      for (const key of keys.toReversed()) server.gate.at(key).open();
      expect(await answers).toEqual(keys.map((key) => `held ${key}`));
    },
  },
  {
    name: "declared exception",
    needs: "messages",
    async run({ client }) {
      const error = await client.find({ key: "missing" }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(NotFoundError);
      expect(error).toMatchObject({ key: "missing", message: "not found: missing" });
      expect(await client.find({ key: "a" })).toBe("value of a");
    },
  },
  {
    name: "details of a system error",
    needs: "messages",
    async run({ client, rig }) {
      const error = await client.fail({ how: "details" }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(ApplicationError);
      expect(error).toMatchObject({ message: "out of stock", wireCode: 1234 });
      if (rig.carries === "everything") expect(error).toMatchObject({ code: "status" });
      // No wire has a place for what a handler makes up.
      if (rig.wires === 0) expect(error).toMatchObject({ details: { status: "stock", left: 0 } });
    },
  },
  {
    name: "an error that stays inside",
    needs: "messages",
    async run({ client, errors }) {
      for (const how of ["secretly", "nothing", "misfit"]) {
        const error = await client.fail({ how }).catch((e: unknown) => e);
        expect(error).toMatchObject({ code: "internal_error", message: "internal error" });
      }
      expect(errors).toHaveLength(3);
      expect(String(errors[0])).toContain("a secret of the server");
    },
  },
  {
    name: "arguments that do not fit are not sent",
    needs: "messages",
    async run({ client }) {
      const error = await client.echo({ text: "x", tags: ["a", 5 as unknown as string] }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(ProtocolError);
      expect(error).toMatchObject({
        path: "tags[1]",
        message: "tags[1]: expected string, got number 5",
        mayHaveRun: false,
      });
      expect(await client.echo({ text: "still there" })).toBe("still there");
    },
  },
  {
    name: "oneway",
    needs: "messages",
    async run({ client, server }) {
      expect(await client.note({ text: "a" })).toBeUndefined();
      expect(await client.note({ text: "b" })).toBeUndefined();
      await server.journal.saw("note b");
      expect(server.journal.lines).toEqual(["note a", "note b"]);
    },
  },
  {
    name: "two services",
    needs: "messages",
    async run({ client, connection }) {
      const clock = createClient(Clock, connection.channel);
      expect(await Promise.all([clock.now({}), client.echo({ text: "t" })])).toEqual([42n, "t"]);
    },
  },
  {
    name: "an unknown method, whatever its name",
    needs: "messages",
    async run({ connection }) {
      for (const method of ["nope", "__proto__", "constructor", "toString", ""]) {
        const error = await connection.channel.handle(rawCall(method)).catch((e: unknown) => e);
        expect(error).toMatchObject({ code: "unknown_method", mayHaveRun: false });
      }
    },
  },
  {
    name: "a deadline across the way",
    needs: "messages",
    async run({ client, server, rig }) {
      const error = await client.hold({ key: "late" }, { timeoutMs: 30 }).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(TransportError);
      expect(error).toMatchObject({ code: "timed_out", mayHaveRun: true });
      if (rig.carries === "everything") await server.journal.saw("aborted late");
      server.gate.at("late").open();
      expect(await client.echo({ text: "still there" })).toBe("still there");
    },
  },
  {
    name: "cancelling across the way",
    needs: "messages",
    async run({ client, server, rig }) {
      const abort = new AbortController();
      const answer = client.hold({ key: "c" }, { signal: abort.signal }).catch((e: unknown) => e);
      await server.journal.saw("hold c");
      abort.abort(new Error("changed my mind"));
      expect(await answer).toMatchObject({ code: "cancelled", cause: abort.signal.reason });
      // Plain messages have no way to say it; what the server does then is its own business.
      if (rig.carries === "everything") await server.journal.saw("aborted c");
      server.gate.at("c").open();
      expect(await client.echo({ text: "still there" })).toBe("still there");
    },
  },
  {
    name: "a call already cancelled or late is not sent",
    needs: "messages",
    async run({ client, server }) {
      const cancelled = await client.note({ text: "x" }, { signal: AbortSignal.abort() }).catch((e: unknown) => e);
      expect(cancelled).toMatchObject({ code: "cancelled", mayHaveRun: false });
      const late = await client.note({ text: "x" }, { timeoutMs: 0 }).catch((e: unknown) => e);
      expect(late).toMatchObject({ code: "timed_out", mayHaveRun: false });
      await client.ping({});
      expect(server.journal.lines).toEqual([]);
    },
  },
  {
    name: "retry only of what cannot have run",
    needs: "messages",
    async run({ connection, server }) {
      let sent = 0;
      const flaky: Pick<Channel, "handle"> = {
        handle(call) {
          sent++;
          if (sent === 1) return Promise.reject(new TransportError("not_open", "no connection", { mayHaveRun: false }));
          if (sent === 2) return Promise.reject(new ApplicationError("overloaded", "busy"));
          return connection.channel.handle(call);
        },
      };
      const client = createClient(Lab, flaky, { filters: [retry({ minDelayMs: 1, maxDelayMs: 1 })] });
      expect(await client.echo({ text: "third time" })).toBe("third time");
      expect(sent).toBe(3);
      const error = await client.fail({ how: "secretly" }).catch((e: unknown) => e);
      expect(error).toMatchObject({ code: "internal_error" });
      expect(sent).toBe(4);
      expect(server.journal.lines).toEqual([]);
    },
  },
  {
    name: "a lost connection fails all pending calls at once",
    needs: "messages",
    async run({ client, server, connection }) {
      const answers = ["x", "y", "z"].map((key) => client.hold({ key }).catch((e: unknown) => e));
      for (const key of ["x", "y", "z"]) await server.journal.saw(`hold ${key}`);
      await connection.break();
      for (const answer of answers) expect(await answer).toMatchObject({ code: "closed", mayHaveRun: true });
      expect(await client.ping({}).catch((e: unknown) => e)).toMatchObject({ code: "not_open", mayHaveRun: false });
    },
  },
  {
    name: "drain with a call running",
    needs: "messages",
    async run({ client, server, connection }) {
      const answer = client.hold({ key: "d" });
      await server.journal.saw("hold d");
      const closed = connection.close();
      expect(await client.ping({}).catch((e: unknown) => e)).toMatchObject({ code: "not_open", mayHaveRun: false });
      server.gate.at("d").open();
      expect(await answer).toBe("held d");
      await closed;
    },
  },
  {
    name: "time left and abort handed on to calls made inside a handler",
    needs: "messages",
    async run({ client, server, connection, rig }) {
      server.next = createClient(Lab, connection.channel, { timeoutMs: 60_000 });
      const abort = new AbortController();
      const answer = client.relay({ key: "r" }, { signal: abort.signal, timeoutMs: 5_000 }).catch((e: unknown) => e);
      await server.journal.saw("hold r");
      abort.abort();
      expect(await answer).toMatchObject({ code: "cancelled" });
      if (rig.carries === "everything") await server.journal.saw("aborted r");
      server.gate.at("r").open();
    },
  },
];

function rawCall(method: string): Call {
  return {
    service: undefined,
    method,
    kind: "call",
    protocol: binary(),
    headers: noHeaders,
    body: new Uint8Array([0]),
    items: undefined,
    interaction: undefined,
    deadline: undefined,
    signal: undefined,
    scope: undefined,
    identity: undefined,
  };
}
