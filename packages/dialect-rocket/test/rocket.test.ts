import { defaultLimits } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { bytes, hex } from "@seapink/testing";
import { memoryLanes } from "@seapink/transport-memory";
import { expect, onTestFinished, test } from "vitest";
import { rocket } from "../src/index.ts";
import { Arrivals } from "./arrivals.ts";
import { bareServer, callOf, protocol } from "./served.ts";
import { setup } from "./says.ts";

const conversation = { limits: defaultLimits, handler: undefined, onError: (): void => undefined };

test("is called rocket, and rs where TLS chooses", () => {
  const { name, alpn } = rocket({ protocols: [protocol] });
  expect({ name, alpn }).toEqual({ name: "rocket", alpn: ["rs"] });
});

test("knows a connection of its own by its first bytes", () => {
  const dialect = rocket({ protocols: [protocol] });
  const { info } = memoryLanes()[0];
  expect(dialect.detect(bytes(setup), info)).toBe("yes");
  expect(dialect.detect(bytes(setup).subarray(0, 9), info)).toBe("more");
  expect(dialect.detect(bytes("80010001 00000000 00000000 00000000"), info)).toBe("no");
});

test("refuses options that cannot be meant with the first line, not with the first connection", () => {
  expect(() => rocket({ protocols: [] })).toThrow(RangeError);
  // The cast is the point: those without types may leave all out.
  expect(() => rocket(undefined as unknown as { protocols: [] })).toThrow(TypeError);
});

test("says its agent and its times in SETUP, and metadata in what it is set to", async () => {
  const arrivals = new Arrivals();
  const dialect = rocket({ protocols: [binary()], agent: "x", keepAliveMs: 2000, metadata: "binary" });
  const channel = await dialect.connect(arrivals.lane, conversation);
  onTestFinished(() => channel.close(new Error("the test is over")));
  const mime = "24 6170706c69636174696f6e2f782d726f636b65742d6d657461646174612b62696e617279";
  const [frame] = await arrivals.hex();
  expect(frame).toBe(
    hex(
      bytes(`00000000 0500 0001 0000 000007d0 00001770
        ${mime} 1c 6170706c69636174696f6e2f782d726f636b65742d7061796c6f6164
        00001f f09f9a80 080003 00000008 080004 0000000a 0c0009 0b0001 00000001 78 00 00`),
    ),
  );
});

test("rejects, and does not throw, if it cannot say even that", async () => {
  const [lane] = memoryLanes({ limits: { maxUnsentBytes: 16_384 } });
  lane.out.raw(new Uint8Array(16_380));
  const connecting = rocket({ protocols: [protocol] }).connect(lane, conversation);
  await expect(connecting).rejects.toMatchObject({ code: "overloaded" });
});

test("does not call clients", async () => {
  const { channel } = bareServer(() => Promise.resolve(undefined));
  await expect(channel.handle(callOf())).rejects.toMatchObject({ code: "not_implemented", mayHaveRun: false });
});
