import { once } from "node:events";
import type { TransportError } from "@seapink/core";
import { Authority } from "@seapink/testing/node";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { TlsGate } from "../src/tls-gate.ts";
import { closing, tcpPair } from "./socket-pair.ts";

const tls = new Authority("test authority").issue("server", { names: ["127.0.0.1"] });

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test.each([
  ["nothing", "", "nothing"],
  ["the first byte of a hello", "\x16", "a part of it"],
  ["half a hello", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03", "a part of it"],
])("a connection to a port of TLS that sends %s is closed in time, with a reason", async (_, text, got) => {
  const [client, server] = await tcpPair();
  client.on("error", () => undefined).once("end", () => client.end());
  const done = vi.fn<() => void>();
  const failed = vi.fn<(error: TransportError | undefined) => void>();
  new TlsGate({ ...tls }, [], 10_000).open(server, { timeoutMs: 10_000, done, failed });
  client.write(text, "latin1");
  if (text !== "") await once(server, "data");
  vi.advanceTimersByTime(9990);
  expect(failed).not.toHaveBeenCalled();
  vi.advanceTimersByTime(30);
  expect(failed.mock.calls).toMatchObject([[{ code: "timed_out" }]]);
  expect(failed.mock.calls[0]?.[0]?.message).toMatch(
    new RegExp(String.raw`^closed tls://127\.0\.0\.1:\d+: expected a TLS handshake within 10000 ms, got ${got}$`),
  );
  await closing(client.resume());
  expect([done.mock.calls.length, failed.mock.calls.length]).toEqual([0, 1]);
});
