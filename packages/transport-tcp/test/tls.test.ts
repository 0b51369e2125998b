import { once } from "node:events";
import { createServer } from "node:net";
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from "node:tls";
import type { Dialect, LaneInfo } from "@seapink/core";
import {
  type ClientCertificate,
  type ClientTls,
  connect,
  listen,
  type Server,
  type ServerTls,
} from "@seapink/transport-tcp";
import { Authority } from "@seapink/testing/node";
import { describe, expect, test } from "vitest";
import { Errors } from "./errors.ts";
import { RawSocket } from "./raw-socket.ts";
import { ask, echo, lines } from "./toy-dialect.ts";

const authority = new Authority("test authority");
const stranger = new Authority("another authority");
const ca = authority.cert;
const hour = 3_600_000;
const expired = { names: ["127.0.0.1"], until: new Date(Date.now() - hour) };
const early = { names: ["127.0.0.1"], from: new Date(Date.now() + hour) };
const server = authority.issue("server", { names: ["thrift.example", "127.0.0.1"] });
const ada = authority.issue("ada");
const dialect = lines("echo");

interface Side {
  readonly server: Server;
  readonly errors: Errors;
  /** What is known of each client. */
  readonly infos: LaneInfo[];
}

async function serve(tls: Partial<ServerTls> = {}, dialects = [dialect, lines("other")]): Promise<Side> {
  const errors = new Errors();
  const infos: LaneInfo[] = [];
  const listening = await listen(echo, {
    port: 0,
    tls: { ...server, ...tls },
    dialects,
    onError: errors.onError,
    onConnection: ({ info }) => infos.push(info),
  });
  return { server: listening, errors, infos };
}

/** What a client gets of a server: an answer, or the code and text of why it has none. */
async function outcome(port: number, tls: ClientTls, spoken = dialect): Promise<string> {
  try {
    await using channel = await connect({ port, tls, dialect: spoken, onError: () => undefined });
    return await ask(channel, "an answer");
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return `${code}: ${message}`.replaceAll(/tls:\/\/127\.0\.0\.1:\d+/g, "SERVER");
  }
}

const notOpen = "not_open: expected a server at SERVER, got";
const notOfCa = "UNABLE_TO_VERIFY_LEAF_SIGNATURE (a certificate of an authority that is not in ca)";

describe("a client", () => {
  test.each<[what: string, tls: ClientTls]>([
    ["is given the authority", { ca }],
    ["is given several", { ca: [stranger.cert, new TextEncoder().encode(ca)] }],
    ["expects another name of the server", { ca, servername: "thrift.example" }],
    ["speaks nothing old", { ca, minVersion: "TLSv1.3" }],
  ])("calls a server when it %s", async (_, tls) => {
    const { server: listening, errors, infos } = await serve();
    await using _server = listening;
    expect(listening.address).toBe(`tls://127.0.0.1:${listening.port}`);
    expect(await outcome(listening.port, tls)).toBe("an answer");
    expect(infos).toMatchObject([{ alpn: "echo", identity: undefined }]);
    expect(infos[0]?.address).toMatch(/^tls:\/\/127\.0\.0\.1:\d+$/);
    expect(errors.all).toEqual([]);
  });

  test.each<[what: string, client: ClientTls, server: Partial<ServerTls>, got: string]>([
    ["that another authority signed", { ca: stranger.cert }, {}, notOfCa],
    ["that no authority of the system signed", {}, {}, notOfCa],
    ["that has expired", { ca }, authority.issue("a", expired), "CERT_HAS_EXPIRED (a certificate that has expired)"],
    [
      "that is not valid yet",
      { ca },
      authority.issue("a", early),
      "CERT_NOT_YET_VALID (a certificate that is not valid yet)",
    ],
    [
      "for another host",
      { ca },
      authority.issue("a", { names: ["thrift.example"] }),
      "ERR_TLS_CERT_ALTNAME_INVALID (IP: 127.0.0.1 is not in the cert's list: )",
    ],
    [
      "for another name",
      { ca, servername: "elsewhere.example" },
      {},
      "ERR_TLS_CERT_ALTNAME_INVALID (Host: elsewhere.example. is not in the cert's altnames: DNS:thrift.example, IP Address:127.0.0.1)",
    ],
  ])("refuses a certificate %s", async (_, tls, options, got) => {
    const { server: listening, infos } = await serve(options);
    await using _server = listening;
    expect(await outcome(listening.port, tls)).toBe(`${notOpen} ${got}`);
    expect(infos).toEqual([]);
  });

  test("is not talked out of it by the environment", async () => {
    process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0";
    try {
      const { server: listening } = await serve();
      await using _server = listening;
      expect(await outcome(listening.port, {})).toBe(`${notOpen} ${notOfCa}`);
    } finally {
      delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    }
  });

  test("finds out that a port does not speak TLS", async () => {
    const errors = new Errors();
    await using plain = await listen(echo, { port: 0, dialects: [dialect], onError: errors.onError });
    expect(await outcome(plain.port, { ca })).toBe(
      `${notOpen} ECONNRESET (the end of the connection before that of the handshake: does the port speak TLS?)`,
    );
    expect((await errors.texts(1))[0]).toMatch(
      /^corrupt: closed PEER: expected echo, got 16 03 01 .* \(a TLS hello\)$/,
    );
  });

  test("gives up a handshake in time", async () => {
    await using raw = await silentServer();
    const channel = connect({ port: raw.port, tls: { ca }, dialect, connectTimeoutMs: 20 });
    await expect(channel).rejects.toMatchObject({
      code: "timed_out",
      message: `expected a connection to tls://127.0.0.1:${raw.port} within 20 ms`,
      mayHaveRun: false,
    });
  });
});

/** A server that takes connections and says nothing. */
async function silentServer(): Promise<{ readonly port: number } & AsyncDisposable> {
  const sockets: { destroy(): void }[] = [];
  const silent = createServer((socket) => void sockets.push(socket.on("error", () => undefined))).listen(
    0,
    "127.0.0.1",
  );
  await once(silent, "listening");
  return {
    port: (silent.address() as { port: number }).port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      silent.close();
      await once(silent, "close");
    },
  };
}

describe("client certificates", () => {
  const required = { ca, clientCertificates: "require" } as const;
  const requested = { ca, clientCertificates: "request" } as const;

  test.each([required, requested])("that hold tell who calls: %j", async (options) => {
    const { server: listening, infos } = await serve(options);
    await using _server = listening;
    expect(await outcome(listening.port, { ca, ...ada })).toBe("an answer");
    const identity = infos[0]?.identity as ClientCertificate;
    expect(identity).toMatchObject({
      kind: "certificate",
      subject: "CN=ada",
      subjectAltName: undefined,
      issuer: "CN=test authority",
      fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/),
    });
    expect(Buffer.from(identity.raw).toString("base64")).toBe(ada.cert.split("-----")[2]?.replaceAll("\n", ""));
  });

  test("are not asked for by default", async () => {
    const { server: listening, infos } = await serve();
    await using _server = listening;
    expect(await outcome(listening.port, { ca, ...ada })).toBe("an answer");
    expect(infos).toMatchObject([{ identity: undefined }]);
  });

  const bad: readonly (readonly [what: string, tls: Partial<ClientTls>, reason: RegExp])[] = [
    ["is missing", {}, /PEER_DID_NOT_RETURN_A_CERTIFICATE \(no client certificate\)$/],
    ["another authority signed", stranger.issue("ada"), /UNABLE_TO_VERIFY_LEAF_SIGNATURE \(.* is not in ca\)$/],
    [
      "has expired",
      authority.issue("ada", { until: new Date(Date.now() - hour) }),
      /CERT_HAS_EXPIRED \(a certificate that has expired\)$/,
    ],
    ["is early", authority.issue("ada", { from: new Date(Date.now() + hour) }), /CERT_NOT_YET_VALID/],
    ["signs itself", new Authority("ada"), /DEPTH_ZERO_SELF_SIGNED_CERT \(.* signs itself and is not in ca\)$/],
  ];

  test.each(bad)("are refused where they are required, and one %s", async (_, tls, reason) => {
    for (const minVersion of ["TLSv1.2", "TLSv1.3"] as const) {
      const { server: listening, errors, infos } = await serve({ ...required, minVersion });
      await using _server = listening;
      // With TLS 1.3 a client learns of it when it has connected.
      expect(await outcome(listening.port, { ca, ...tls })).toMatch(/^closed: /);
      expect((await errors.texts(1))[0]).toMatch(/^corrupt: closed PEER: expected a TLS handshake, got /);
      expect((await errors.texts(1))[0]).toMatch(reason);
      expect(infos).toEqual([]);
    }
  });

  test.each(bad)("are refused before a dialect sees a byte, where one %s", async (_, tls) => {
    for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
      const seen: Uint8Array[] = [];
      const detect: Dialect["detect"] = (first) => (seen.push(first), "more");
      const { server: listening, errors } = await serve(required, [{ ...dialect, detect }]);
      await using _server = listening;
      const options = { port: listening.port, host: "127.0.0.1", ca, minVersion: version, maxVersion: version };
      const client = connectTls({ ...options, ...(tls as ConnectionOptions) }).on("error", () => undefined);
      client.end("echo secret\n");
      const received: string[] = [];
      client.on("data", (bytes) => received.push(String(bytes)));
      await Promise.all([errors.texts(1), new Promise((resolve) => client.once("close", resolve))]);
      expect([received, seen]).toEqual([[], []]);
    }
  });

  test("are refused before anything is read by TLS 1.2, too", async () => {
    const { server: listening, errors, infos } = await serve(required);
    await using _server = listening;
    const client = await rawTls(listening.port, { maxVersion: "TLSv1.2" }).catch((error: unknown) => error);
    expect(client).toMatchObject({ code: "ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE" });
    expect((await errors.texts(1))[0]).toContain("(no client certificate)");
    expect(infos).toEqual([]);
  });

  test.each(bad)("make nobody known where they are requested, and one %s", async (_, tls) => {
    const { server: listening, infos } = await serve(requested);
    await using _server = listening;
    expect(await outcome(listening.port, { ca, ...tls })).toBe("an answer");
    expect(infos).toMatchObject([{ identity: undefined }]);
  });
});

/** A client of TLS in Node's own words, once it is secure. */
async function rawTls(port: number, options: ConnectionOptions): Promise<TLSSocket> {
  const socket = connectTls({ port, host: "127.0.0.1", ca, ...options });
  await once(socket, "secureConnect");
  return socket.on("error", () => undefined);
}

describe("ALPN", () => {
  // By their first bytes these could not be told apart.
  const twins = [
    lines("echo", "a"),
    { ...lines("echo", "b"), name: "second" },
    { ...lines("echo", "b"), name: "third" },
  ];

  test.each([
    [["b"], "b", "second"],
    [["a"], "a", "echo"],
    [["b", "a"], "a", "echo"],
    [["x", "b"], "b", "second"],
    [undefined, undefined, "echo"],
  ])("of a client that offers %j chooses %s, and of the dialects %s", async (offered, alpn, chosen) => {
    const names: string[] = [];
    const infos: LaneInfo[] = [];
    await using listening = await listen(echo, {
      port: 0,
      tls: server,
      dialects: twins,
      onConnection: ({ dialect: { name }, info }) => (names.push(name), infos.push(info)),
    });
    const socket = await rawTls(listening.port, offered ? { ALPNProtocols: offered } : {});
    socket.write("echo hello\n");
    expect(String((await once(socket, "data"))[0])).toBe("echo hello\n");
    expect(names).toEqual([chosen]);
    expect(infos).toMatchObject([{ alpn }]);
    socket.end();
    await once(socket.resume(), "close");
  });

  test("that does not match is refused, and both sides say so", async () => {
    const { server: listening, errors } = await serve();
    await using _server = listening;
    expect(await outcome(listening.port, { ca }, lines("echo", "x"))).toBe(
      `${notOpen} ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL (that the dialect's names (ALPN) are not spoken there)`,
    );
    expect(await errors.texts(1)).toEqual([
      "corrupt: closed PEER: expected a TLS handshake, got ERR_SSL_NO_APPLICATION_PROTOCOL (names of dialects (ALPN) that are not spoken here)",
    ]);
  });

  test("is left out where dialects have no names", async () => {
    const nameless = { ...dialect, alpn: [] };
    const { server: listening, infos } = await serve({}, [nameless]);
    await using _server = listening;
    expect(await outcome(listening.port, { ca }, nameless)).toBe("an answer");
    expect(infos).toMatchObject([{ alpn: undefined }]);
  });
});

test("a client cannot renegotiate", async () => {
  const { server: listening } = await serve();
  await using _server = listening;
  const socket = await rawTls(listening.port, { maxVersion: "TLSv1.2" });
  const failed = new Promise((resolve) => socket.once("error", resolve));
  socket.renegotiate({}, () => undefined);
  expect(await failed).toMatchObject({ code: "ERR_SSL_NO_RENEGOTIATION" });
  socket.destroy();
});

describe("a server that is given", () => {
  const other = authority.issue("other");
  test.each<[what: string, tls: object, message: string | RegExp]>([
    ["no certificate", {}, "tls: expected cert and key, got none"],
    ["a certificate without its key", { cert: server.cert }, "tls: expected cert and key, got none"],
    [
      "the key of another",
      { cert: server.cert, key: other.key },
      /^tls: expected certificates and a key that fit, got /,
    ],
    ["noise", { cert: "noise", key: server.key }, "tls.cert: expected PEM of a certificate, got none in it"],
    ["its key in the place of its certificate", { cert: server.key, key: server.cert }, /^tls\.cert: expected PEM of /],
    [
      "a broken certificate",
      { ...server, cert: server.cert.replaceAll("a", "!") },
      /^tls: expected certificates and a key that fit, got /,
    ],
    [
      "nobody to trust",
      { ...server, clientCertificates: "require" },
      "tls.ca: expected whose clients to trust, got none",
    ],
    [
      "a word that is none",
      { ...server, ca, clientCertificates: "maybe" },
      "tls.clientCertificates: expected none, request or require, got maybe",
    ],
  ])("%s refuses to begin", async (_, tls, message) => {
    const listening = listen(echo, { port: 0, tls: tls as ServerTls, dialects: [dialect] });
    await expect(listening).rejects.toThrow(RangeError);
    await expect(listening).rejects.toThrow(message);
  });
});

describe("either side that is given", () => {
  test.each<[what: string, tls: Record<string, unknown>, message: string]>([
    ["no text of an authority", { ca: "" }, "tls.ca: expected PEM of a certificate, got none in it"],
    ["the file of an authority", { ca: "/etc/ca.pem" }, "tls.ca: expected PEM of a certificate, got none in it"],
    ["bytes that are none", { ca: [ca, new Uint8Array(9)] }, "tls.ca: expected PEM of a certificate, got none in it"],
    ["no authorities", { ca: [] }, "tls.ca: expected PEM of certificates, got none"],
    ["a number among authorities", { ca: [ca, 5] }, "tls.ca: expected PEM of a certificate, got number 5"],
    ["an authority that is null", { ca: null }, "tls.ca: expected PEM of a certificate, got null"],
    ["a key that is none", { key: "secret" }, "tls.key: expected PEM of a private key, got none in it"],
    ["an old version", { minVersion: "TLSv1" }, 'tls.minVersion: expected TLSv1.2 or TLSv1.3, got string "TLSv1"'],
  ])("%s refuses to begin", async (_, wrong, message) => {
    const tls = { ...server, ...wrong } as unknown as ServerTls;
    await expect(listen(echo, { port: 0, tls, dialects: [dialect] })).rejects.toThrow(new RangeError(message));
    await expect(connect({ port: 1, tls, dialect })).rejects.toThrow(new RangeError(message));
  });

  test.each([null, false, true, "tls"])("%j for its options refuses to begin", async (wrong) => {
    const tls = wrong as unknown as ServerTls;
    const message = /^tls: expected options, got /;
    await expect(listen(echo, { port: 0, tls, dialects: [dialect] })).rejects.toThrow(TypeError);
    await expect(listen(echo, { port: 0, tls, dialects: [dialect] })).rejects.toThrow(message);
    await expect(connect({ port: 1, tls, dialect })).rejects.toThrow(TypeError);
    await expect(connect({ port: 1, tls, dialect })).rejects.toThrow(message);
  });
});

test.each(["", 5])("a client that is to expect the name %j refuses to begin", async (servername) => {
  const tls = { ca, servername } as ClientTls;
  await expect(connect({ port: 1, tls, dialect })).rejects.toThrow(/^tls\.servername: expected a name, got /);
});

test("a client that is given a certificate without its key refuses to begin", async () => {
  const channel = connect({ port: 1, tls: { cert: server.cert }, dialect });
  await expect(channel).rejects.toThrow(new RangeError("tls: expected both cert and key, or neither"));
});

test("calls that a server of TLS is given many of, and large, are answered", async () => {
  const { server: listening } = await serve();
  await using _server = listening;
  await using channel = await connect({ port: listening.port, tls: { ca }, dialect });
  const texts = Array.from({ length: 50 }, (_, i) => `${i} ${"x".repeat(i * 4000)}`);
  expect(await Promise.all(texts.map((text) => ask(channel, text)))).toEqual(texts);
});

test.each(["TLSv1.2", "TLSv1.3"] as const)("a client that ends at once is answered by %s", async (version) => {
  const { server: listening, errors } = await serve();
  await using _server = listening;
  const options = { port: listening.port, host: "127.0.0.1", ca, minVersion: version, maxVersion: version };
  const socket = connectTls(options).on("error", () => undefined);
  socket.end("echo a\necho b\n");
  let received = "";
  socket.on("data", (bytes) => (received += String(bytes)));
  await once(socket, "close");
  expect(received).toBe("echo a\necho b\n");
  expect(errors.all).toEqual([]);
});

test("plain clients are told from TLS by their first bytes", async () => {
  const { server: listening, errors } = await serve();
  await using _server = listening;
  using raw = new RawSocket(listening.port, "echo hello\n");
  await raw.closed();
  expect(await errors.texts(1)).toEqual([
    "corrupt: closed PEER: expected a TLS handshake, got 65 63 68 6f 20 68 65 6c 6c 6f 0a (text)",
  ]);
});
