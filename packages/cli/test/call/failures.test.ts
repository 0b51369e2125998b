import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, type Lab, serveLab } from "./lab.ts";

let lab: Lab;
beforeAll(async () => {
  lab = await serveLab();
});
afterAll(() => lab[Symbol.asyncDispose]());

interface Strange extends AsyncDisposable {
  readonly at: string;
}

/** A server that does something else than to answer. */
async function strange(onConnection: (socket: Socket) => void): Promise<Strange> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.on("error", () => undefined));
    onConnection(socket);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    at: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test.concurrent.each(["tcp", "rocket"])("prints a declared exception by %s", async (scheme) => {
  expect(await call(`${scheme}://${lab.at}`, ["find", '{"key":"ü"}'])).toEqual({
    code: 1,
    stdout: '{"notFound":{"key":"ü","id":9007199254740993}}\n',
    stderr: "",
  });
});

test.concurrent("prints a declared exception on several lines, too", async () => {
  const { code, stdout } = await call(`tcp://${lab.at}`, ["find", '{"key":"broken"}', "--pretty"]);
  expect([code, stdout]).toEqual([1, '{\n  "broken": {\n    "count": 7\n  }\n}\n']);
});

test.concurrent.each([
  ["fail", '{"text":"inside"}', 4, /^internal_error: [^\n]*\n$/],
  ["fail", '{"text":""}', 4, /^(?:not_found|internal_error): no such\\u001b\[2J thing\n$/],
  ["fail", '{"text":"late"}', 3, /^timed_out: no such\\u001b\[2J thing\n$/],
])("tells of a system error: %s %s", async (method, json, code, stderr) => {
  expect(await call(`rocket://${lab.at}`, [method, json])).toEqual({
    code,
    stdout: "",
    stderr: expect.stringMatching(stderr),
  });
});

test.concurrent("tells of a method that the server does not know", async () => {
  const ended = await call(`tcp://${lab.at}`, ["Unserved.missing"]);
  expect(ended).toEqual({ code: 4, stdout: "", stderr: expect.stringMatching(/^unknown_method: [^\n]*\n$/) });
});

test.concurrent("refuses what the address cannot carry", async () => {
  const stderr = "not_implemented: count: plain Thrift messages carry no stream\n";
  expect(await call(`tcp://${lab.at}`, ["count", '{"to":1}'])).toEqual({ code: 2, stdout: "", stderr });
});

test.concurrent("tells that nobody answers", async () => {
  const gone = await strange(() => undefined);
  await gone[Symbol.asyncDispose]();
  const ended = await call(`rocket://${gone.at}`, ["ping"]);
  expect(ended).toEqual({ code: 3, stdout: "", stderr: expect.stringMatching(/^not_open: [^\n]*\n$/) });
});

test.concurrent.each(["tcp", "rocket"])("tells of a connection by %s that is lost", async (scheme) => {
  await using hasty = await strange((socket) => socket.on("data", () => socket.destroy()));
  const ended = await call(`${scheme}://${hasty.at}`, ["ping"]);
  const spoken = scheme === "tcp" ? "framed binary" : "Rocket";
  const stderr = new RegExp(`^closed: [^\\n]*an answer came[^\\n]*; does it speak ${spoken}\\?\\n$`);
  expect(ended).toEqual({ code: 3, stdout: "", stderr: expect.stringMatching(stderr) });
});

test.concurrent.each(["tcp", "rocket"])("tells in one line of a peer that speaks no Thrift by %s", async (scheme) => {
  await using other = await strange((socket) =>
    socket.on("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")),
  );
  const ended = await call(`${scheme}://${other.at}`, ["ping"]);
  expect(ended).toEqual({
    code: 3,
    stdout: "",
    stderr: expect.stringMatching(/^\w+: [^\n]*an answer came: [^\n]+\n$/),
  });
});

test.concurrent.each(["tcp", "rocket"])(
  "ends the connection by %s in order when no answer came in time",
  async (scheme) => {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    await using silent = await strange((socket) => {
      socket
        .resume()
        .on("end", () => resolve("in order"))
        .on("error", resolve);
    });
    await call(`${scheme}://${silent.at}`, ["ping", "--timeout", "100ms"]);
    expect(await promise).toBe("in order");
  },
);

test.concurrent.each(["tcp", "rocket", "tls"])("waits for an answer by %s no longer than it should", async (scheme) => {
  await using silent = await strange((socket) => socket.resume());
  const ended = await call(`${scheme}://${silent.at}`, ["ping", "--timeout", "500ms"]);
  expect(ended).toEqual({ code: 3, stdout: "", stderr: expect.stringMatching(/^timed_out: [^\n]*\n$/) });
});
