import { ApplicationError, type Call, type Handler } from "@seapink/core";
import { framed, type Multiplexed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { callOf } from "./call.ts";
import { failure } from "./failure.ts";
import { clientSide, pong, serverSide } from "./peer.ts";

const protocols = [binary()];

/** A message of this name, with these digits behind its sequence id, as the framing has it. */
function wire(framing: typeof framed, type: number, name: string, rest = "00"): Uint8Array {
  const text = new TextEncoder().encode(name);
  const message = bytes(
    `8001000${type} 000000${text.length.toString(16).padStart(2, "0")} ${hex(text)} 00000001 ${rest}`,
  );
  return framing === framed ? Uint8Array.of(0, 0, 0, message.length, ...message) : message;
}

/** Knows the default service only. */
const unnamed: Handler = (call) => {
  if (call.service === undefined) return pong(call);
  throw new ApplicationError("unknown_service", "no");
};

const pongResult = "0b 0000 00000004 706f6e67 00";

describe.each([framed, unframed])("%o", (framing) => {
  const written = (type: number, name: string, rest?: string): Uint8Array => wire(framing, type, name, rest);

  test.each<[Multiplexed, Partial<Call>, string]>([
    [true, { service: "Lab" }, "Lab:ping"],
    [true, {}, "ping"],
    [false, { service: "Lab" }, "ping"],
    [{ Lab: ["lab.v2", "lab"] }, { service: "Lab" }, "lab.v2:ping"],
  ])("with %j a client that calls %j sends %s", async (multiplexed, parts, name) => {
    const { peer, channel } = await clientSide(framing({ protocols, multiplexed }));
    await channel.handle(callOf("ping", { ...parts, kind: "oneway" }));
    const expected = written(4, name);
    expect(await peer.receives(expected.length)).toBe(hex(expected));
  });

  test.each(["ping", "lab:ping"])("an answer to lab:ping may be called %s", async (name) => {
    const { peer, channel } = await clientSide(framing({ protocols, multiplexed: { Lab: "lab" } }));
    const reply = channel.handle(callOf("ping", { service: "Lab" }));
    peer.send(written(2, name));
    expect(await reply).toBeDefined();
  });

  test.each(["Lab:ping", "other:ping", ":ping", "lab:", "lab:lab:ping", "lab"])(
    "an answer to lab:ping may not be called %s",
    async (name) => {
      const { peer, channel } = await clientSide(framing({ protocols, multiplexed: { Lab: "lab" } }));
      const failed = failure(channel.handle(callOf("ping", { service: "Lab" })));
      peer.send(written(2, name));
      expect(await failed).toMatchObject({ code: "wrong_method_name", mayHaveRun: true });
    },
  );

  test("a name that cannot be written is refused before anything is sent", async () => {
    const { peer, channel } = await clientSide(framing({ protocols, multiplexed: true }));
    const refused = failure(channel.handle(callOf("ping", { service: "a:b" })));
    expect(await refused).toMatchObject({ code: "not_implemented", mayHaveRun: false });
    await channel.handle(callOf("ping", { service: "b", kind: "oneway" }));
    const expected = written(4, "b:ping");
    expect(await peer.receives(expected.length)).toBe(hex(expected));
  });

  test.each<[name: string, multiplexed: Multiplexed, service: string | undefined, method: string]>([
    ["ping", true, undefined, "ping"],
    ["Lab:ping", true, "Lab", "ping"],
    ["Lab:ping", false, "Lab", "ping"],
    ["lab.v1:ping", { Lab: ["lab", "lab.v1"] }, "Lab", "ping"],
    ["Lab:a:b", false, "Lab", "a:b"],
    ["naïve:ping", false, "naïve", "ping"],
    ["constructor:x", { Lab: "lab" }, "constructor", "x"],
    ["__proto__:x", { Lab: "lab" }, "__proto__", "x"],
    [":x", { Lab: "lab" }, "", "x"],
    ["x:", { Lab: "lab" }, "x", ""],
    [":", false, "", ""],
  ])(
    "a server takes the name %s, with %j, for service %s and method %s",
    async (name, multiplexed, service, method) => {
      const served: Call[] = [];
      const handler: Handler = (call) => {
        served.push(call);
        return pong(call);
      };
      const { peer } = serverSide(framing({ protocols, multiplexed }), handler);
      peer.send(written(1, name));
      const expected = written(2, method, pongResult);
      expect(await peer.receives(expected.length)).toBe(hex(expected));
      expect(served).toMatchObject([{ service, method }]);
    },
  );

  test("a service that is unknown is answered with a protocol error, and the connection goes on", async () => {
    const { peer, errors } = serverSide(framing({ protocols }), unnamed);
    const args = "0b 0001 00000003 6b6579 00";
    peer.send(written(1, "Lab:ping", args));
    peer.send(written(1, "ping", args));
    const error = written(3, "ping", "0b 0001 00000002 6e6f 08 0002 00000007 00");
    const answer = written(2, "ping", pongResult);
    expect(await peer.receives(error.length + answer.length)).toBe(hex(Uint8Array.of(...error, ...answer)));
    expect(errors).toEqual([]);
  });
});
