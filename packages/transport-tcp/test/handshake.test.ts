import { once } from "node:events";
import { type AddressInfo, connect as connectPlain, createServer, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { Authority } from "@seapink/testing/node";
import { connect, listen, type Server } from "@seapink/transport-tcp";
import { describe, expect, test } from "vitest";
import { Errors } from "./errors.ts";
import { RawSocket } from "./raw-socket.ts";
import { ask, echo, lines } from "./toy-dialect.ts";

const authority = new Authority("test authority");
const stranger = new Authority("another authority");
const tls = authority.issue("server", { names: ["127.0.0.1"] });
const dialect = lines("echo");

async function serve(
  errors: Errors,
  detectTimeoutMs: number,
  clientCertificates: "none" | "require" = "none",
): Promise<Server> {
  return listen(echo, {
    port: 0,
    tls: { ...tls, ca: authority.cert, clientCertificates },
    dialects: [dialect],
    limits: { detectTimeoutMs },
    onError: errors.onError,
  });
}

/** Bytes of one character each. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

const left = "end_of_data: closed PEER: expected a TLS handshake, got a part of it and the end";
const corrupt = "corrupt: closed PEER: expected a TLS handshake, got";

describe("a connection to a port of TLS that sends", () => {
  test.each([
    ["a hello of nothing", "\x16\x03\x01\x00\x05abcde", `${corrupt} ERR_SSL_UNEXPECTED_MESSAGE`],
    [
      "an HTTP request",
      "GET / HTTP/1.0\r\n",
      `${corrupt} 47 45 54 20 2f 20 48 54 54 50 2f 31 2e 30 0d 0a (an HTTP request)`,
    ],
    ["a call", "\x80\x01\x00\x01", `${corrupt} 80 01 00 01 (an unframed message in the binary protocol)`],
    ["a hello of SSL 2", "\x80\x2e\x01\x03\x01", `${corrupt} 80 2e 01 03 01`],
  ])("%s is closed, with a reason", async (_, text, reason) => {
    const errors = new Errors();
    await using server = await serve(errors, 10_000);
    using raw = new RawSocket(server.port, latin1(text));
    await raw.closed();
    expect(await errors.texts(1)).toEqual([reason]);
  });

  test("a hello byte by byte is served", async () => {
    const errors = new Errors();
    await using server = await serve(errors, 10_000);
    const cutter = createServer((near) => void inPieces(near, connectPlain(server.port, "127.0.0.1")));
    await once(cutter.listen(0, "127.0.0.1"), "listening");
    // A server on a port has no text here.
    const { port } = cutter.address() as AddressInfo;
    const channel = await connect({ port, tls: { ca: authority.cert }, dialect });
    expect(await ask(channel, "hello")).toBe("hello");
    cutter.close();
    await channel.close();
    expect(errors.all).toEqual([]);
  });

  test.each(["none", "require"] as const)(
    "a hello, and then resets, is gone for that reason, with client certificates: %s",
    async (clientCertificates) => {
      const errors = new Errors();
      await using server = await serve(errors, 10_000, clientCertificates);
      const between = createServer((near) => {
        const far = connectPlain(server.port, "127.0.0.1");
        near.on("error", () => undefined).pipe(far);
        // Its answer: the server is in the middle of the handshake.
        far.once("data", () => far.resetAndDestroy()).once("close", () => near.destroy());
      });
      await once(between.listen(0, "127.0.0.1"), "listening");
      const { port } = between.address() as AddressInfo;
      connectTls({ port, host: "127.0.0.1", ca: authority.cert }).on("error", () => undefined);
      expect(await errors.texts(1)).toEqual([
        "end_of_data: closed PEER: expected a TLS handshake, got a part of it and ECONNRESET",
      ]);
      expect(errors.all).toMatchObject([{ cause: { code: "ECONNRESET" } }]);
      between.close();
    },
  );

  test.each(["none", "require"] as const)(
    "a hello or half of one, and then leaves, is gone at once, with client certificates: %s",
    async (clientCertificates) => {
      const errors = new Errors();
      await using server = await serve(errors, 10_000, clientCertificates);
      using half = new RawSocket(server.port, latin1("\x16\x03\x01\x02\x00\x01"));
      half.socket.end();
      await half.closed();
      const refused = connect({ port: server.port, tls: { ca: stranger.cert }, dialect });
      await expect(refused).rejects.toThrow("is not in ca");
      expect(await errors.texts(2)).toEqual(Array(2).fill(left));
    },
  );

  test("many hellos at once, and then leave, are told of each by its own name", async () => {
    const errors = new Errors();
    await using server = await serve(errors, 10_000, "require");
    const refusals = Array.from({ length: 20 }, () =>
      connect({ port: server.port, tls: { ca: stranger.cert }, dialect }).catch((error: unknown) => error),
    );
    await Promise.all(refusals);
    expect(await errors.texts(20)).toEqual(Array(20).fill(left));
    expect(new Set(errors.all.map(String)).size).toBe(20);
  });

  test("half a hello, and then resets, is gone", async () => {
    const errors = new Errors();
    await using server = await serve(errors, 10_000);
    using raw = new RawSocket(server.port, latin1("\x16\x03\x01\x02\x00\x01"));
    await once(raw.socket, "connect");
    await new Promise(setImmediate);
    raw.socket.resetAndDestroy();
    expect((await errors.texts(1))[0]).toMatch(/^(end_of_data|corrupt): closed PEER: expected a TLS handshake, got /);
  });

  test("nothing, and leaves, is not worth a word", async () => {
    const errors = new Errors();
    await using server = await serve(errors, 10_000);
    for (const leave of ["end", "resetAndDestroy"] as const) {
      using quiet = new RawSocket(server.port);
      quiet.socket.once("connect", () => void quiet.socket[leave]());
      await quiet.closed();
    }
    using loud = new RawSocket(server.port, "no");
    await loud.closed();
    expect(await errors.texts(1)).toEqual([`${corrupt} 6e 6f`]);
  });

  test("a hello, and then nothing of its dialect, is closed in time", async () => {
    const errors = new Errors();
    await using server = await serve(errors, 500);
    const secure = connectTls({ port: server.port, host: "127.0.0.1", ca: authority.cert }).on(
      "error",
      () => undefined,
    );
    await once(secure.resume(), "close");
    expect(await errors.texts(1)).toEqual(["timed_out: closed PEER: expected echo within 500 ms, got nothing"]);
  });

  test("noise of any kind does no harm", async () => {
    const errors = new Errors();
    await using server = await serve(errors, 1000);
    let state = 12_345;
    const noise = (size: number): Uint8Array =>
      Uint8Array.from({ length: size }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 16);
    const attacks = Array.from({ length: 50 }, async (_, i) => {
      using raw = new RawSocket(server.port, Uint8Array.of(...record(i * 300), ...noise(i * 10)));
      await raw.closed();
    });
    await Promise.all(attacks);
    expect((await errors.texts(50)).filter((text) => !text.includes("expected a TLS handshake"))).toEqual([]);
    await using channel = await connect({ port: server.port, tls: { ca: authority.cert }, dialect });
    expect(await ask(channel, "hello")).toBe("hello");
  });
});

test("a server that closes waits for no handshake", async () => {
  const errors = new Errors();
  const server = await serve(errors, 10_000);
  using silent = new RawSocket(server.port);
  using begun = new RawSocket(server.port, latin1("\x16\x03\x01\x02\x00\x01"));
  const channel = await connect({ port: server.port, tls: { ca: authority.cert }, dialect });
  expect(await ask(channel, "hello")).toBe("hello");
  await Promise.all([server.close(), silent.closed(), begun.closed(), channel.close()]);
  expect(errors.all).toEqual([]);
});

/** Hands on what comes near to what is far byte by byte, and the answers as they are. */
async function inPieces(near: Socket, far: Socket): Promise<void> {
  far.setNoDelay(true).pipe(near);
  for await (const bytes of near as AsyncIterable<Uint8Array>) {
    for (const byte of bytes) {
      far.write(Uint8Array.of(byte));
      await new Promise(setImmediate);
    }
  }
  far.end();
}

/** The head of a record of TLS. */
function record(length: number): Uint8Array {
  return Uint8Array.of(0x16, 3, 1, length >> 8, length & 0xff);
}
