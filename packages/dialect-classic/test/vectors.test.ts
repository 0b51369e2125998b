import { ApplicationError, type Dialect } from "@seapink/core";
import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { bytes, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";
import { callOf } from "./call.ts";
import { failure } from "./failure.ts";
import { clientSide, pong, serverSide } from "./peer.ts";

/** Messages that Apache Thrift's Python library was seen to write, in binary and without a frame. */
const ping = "80010001 00000004 70696e67 00000001 00";
const oldPing = "00000004 70696e67 01 00000001 00";
const oneway = "80010004 00000004 70696e67 00000001 00";
const answer = "80010002 00000004 70696e67 00000001 0b 0000 00000004 706f6e67 00";
const voidAnswer = "80010002 00000004 70696e67 00000001 00";
const unknown = "80010003 00000004 6e6f7065 00000001 0b 0001 00000002 6e6f 08 0002 00000001 00";
const nope = "80010001 00000004 6e6f7065 00000001 00";

interface Form {
  readonly dialect: Dialect;
  readonly wire: (message: string) => Uint8Array;
}

const protocols = [binary()];
const forms: readonly Form[] = [
  {
    dialect: framed({ protocols }),
    wire: (message) => Uint8Array.of(0, 0, 0, bytes(message).length, ...bytes(message)),
  },
  { dialect: unframed({ protocols }), wire: bytes },
];

describe.each(forms)("$dialect.name", ({ dialect, wire }) => {
  const size = (message: string): number => wire(message).length;

  test("a client writes a call, and reads its answer", async () => {
    const { peer, channel } = await clientSide(dialect);
    const reply = channel.handle(callOf("ping"));
    expect(await peer.receives(size(ping))).toBe(hex(wire(ping)));
    peer.send(wire(answer));
    expect(hex((await reply)?.body as Uint8Array)).toBe(hex(bytes("0b 0000 00000004 706f6e67 00")));
  });

  test("a client writes a oneway call", async () => {
    const { peer, channel } = await clientSide(dialect);
    expect(await channel.handle(callOf("ping", { kind: "oneway" }))).toBeUndefined();
    expect(await peer.receives(size(oneway))).toBe(hex(wire(oneway)));
  });

  test("a client reads an empty result and a system error", async () => {
    const { peer, channel } = await clientSide(dialect);
    const reply = channel.handle(callOf("ping"));
    peer.send(wire(voidAnswer));
    expect(hex((await reply)?.body as Uint8Array)).toBe("00");
    const failed = failure(channel.handle(callOf("nope")));
    peer.send(wire(unknown.replace("00000001 0b", "00000002 0b")));
    expect(await failed).toMatchObject({ code: "unknown_method", wireCode: 1, message: "no", mayHaveRun: false });
  });

  test("a server reads a call, and writes its answer", async () => {
    const { peer } = serverSide(dialect, pong);
    peer.send(wire(ping));
    expect(await peer.receives(size(answer))).toBe(hex(wire(answer)));
  });

  test("a server writes a system error", async () => {
    const { peer } = serverSide(dialect, () => Promise.reject(new ApplicationError("unknown_method", "no")));
    peer.send(wire(nope));
    expect(await peer.receives(size(unknown))).toBe(hex(wire(unknown)));
  });

  test("a server writes nothing to a oneway call", async () => {
    const { peer } = serverSide(dialect, pong);
    peer.send(wire(oneway));
    peer.send(wire(ping));
    expect(await peer.receives(size(answer))).toBe(hex(wire(answer)));
    expect(peer.unread).toBe("");
  });

  test("a server refuses the old header unless it is told to read it", async () => {
    const { peer, errors } = serverSide(dialect, pong);
    peer.send(wire(oldPing));
    await peer.ended;
    expect(errors).toMatchObject([{ name: "ProtocolError", code: "bad_version" }]);
  });
});

test.each([
  ["accept", answer],
  ["write", "00000004 70696e67 02 00000001 0b 0000 00000004 706f6e67 00"],
] as const)("a server that is told to %s the old header reads both", async (oldHeader, expected) => {
  const options = { protocols: [binary({ oldHeader })] };
  for (const form of [framed(options), unframed(options)]) {
    const wire = (message: string): Uint8Array =>
      form.name === "framed" ? Uint8Array.of(0, 0, 0, bytes(message).length, ...bytes(message)) : bytes(message);
    const { peer } = serverSide(form, pong);
    for (const call of [oldPing, ping]) {
      peer.send(wire(call));
      expect(await peer.receives(wire(expected).length)).toBe(hex(wire(expected)));
    }
  }
});
