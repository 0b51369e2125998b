import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { fileURLToPath } from "node:url";
import type { Channel, Interaction } from "@seapink/core";
import { connect } from "@seapink/transport-tcp";
import { expect, onTestFinished, test } from "vitest";
import { rocket } from "../../src/rocket.ts";
import { callOf, protocol, Source } from "../served.ts";
import { all, Held } from "./held.ts";
import { accept, dial, serve } from "./tcp.ts";

const keepAliveMs = 200;

/** A client of ours that holds all there is to hold. */
async function holding(port: number, server: Held): Promise<Channel> {
  const dialect = rocket({ protocols: [protocol], keepAliveMs });
  const channel = await connect({ port, dialect, onError: () => undefined });
  onTestFinished(() => channel.close(new Error("the test is over")));
  const interaction: Interaction = { name: "File", ended: new AbortController().signal };
  const calls = [
    callOf({ interaction: { of: interaction, create: true } }),
    callOf({ kind: "stream" }),
    callOf({ kind: "sink", items: new Source(["a"], "wait") }),
  ];
  for (const call of calls) channel.handle(call).catch(() => undefined);
  await server.begun;
  expect([...server.freed]).toEqual([]);
  return channel;
}

/** Passes bytes on between a client and a server, until it is told to stop: then nobody learns anything. */
async function proxy(
  port: number,
): Promise<{ readonly port: number; readonly silence: () => void; readonly cut: () => void }> {
  let isSilent = false;
  const sockets: Socket[] = [];
  const pass = (from: Socket, to: Socket): void => {
    from.on("data", (bytes) => isSilent || to.write(bytes));
    from.on("error", () => undefined);
    from.on("close", () => isSilent || to.destroy());
    sockets.push(from);
  };
  const join = async (near: Socket): Promise<void> => {
    const far = await dial(port);
    pass(near, far);
    pass(far, near);
  };
  const proxied = await accept((near) => void join(near));
  onTestFinished(() => sockets.forEach((socket) => socket.destroy()));
  return { port: proxied, silence: () => (isSilent = true), cut: () => sockets[0]?.resetAndDestroy() };
}

test("a client whose connection breaks loses all that it held", async () => {
  const held = new Held(3);
  const server = await serve(held.handler);
  const { port, cut } = await proxy(server.port);
  await holding(port, held);
  cut();
  await held.ended;
  expect([...held.freed].toSorted()).toEqual(all);
});

test("a client in a silent network loses all that it held, and learns of it", async () => {
  const held = new Held(3);
  const server = await serve(held.handler);
  const { port, silence } = await proxy(server.port);
  const channel = await holding(port, held);
  const lost = once(channel.closing, "abort");
  const begun = performance.now();
  silence();
  await held.ended;
  // A busy machine may be a little late.
  expect(performance.now() - begun).toBeLessThan(2 * keepAliveMs + 150);
  await lost;
  expect(performance.now() - begun).toBeLessThan(3 * keepAliveMs + 250);
});

test("a client whose process is killed loses all that it held", async () => {
  const held = new Held(3);
  const server = await serve(held.handler);
  const program = fileURLToPath(new URL("client-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--conditions=@seapink/source", program, String(server.port)], {
    stdio: ["pipe", "ignore", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await held.begun;
  expect([...held.freed]).toEqual([]);
  child.kill("SIGKILL");
  await held.ended;
  expect([...held.freed].toSorted()).toEqual(all);
});
