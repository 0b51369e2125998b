// A whole session of Rocket (docs/wire/rocket.md, § 10): its client's bytes by hand, its handler by `implement`.
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { ApplicationError } from "@seapink/core";
import { zstd } from "@seapink/core/node";
import { rocket } from "@seapink/dialect-rocket";
import { compile } from "@seapink/idl";
import { compact } from "@seapink/protocol-compact";
import { implement } from "@seapink/rpc";
import { bytes } from "@seapink/testing";
import { listen } from "@seapink/transport-tcp";
import { expect, onTestFinished, test } from "vitest";

const { service, exception } = load(`
  exception NoSuchFile { 1: string path }
  interaction FileAccess {
    i64 seek(1: i32 delta);
    stream<binary> read(1: i32 bytes);
  }
  service FileServer {
    FileAccess open(1: string path);
    string gone(1: string path) throws (1: NoSuchFile missing);
    string boom();
    string oops();
  }
`);

function load(text: string) {
  const program = compile({ "files.thrift": text });
  return { service: program.service("FileServer"), exception: program.exception("NoSuchFile") };
}

const mimes = `25 ${ascii("application/x-rocket-metadata+compact")} 1c ${ascii("application/x-rocket-payload")}`;
const setup = `000067 00000000 0500 0001 0000 7fffffff 7fffffff ${mimes} 00000f f09f9a80 35 10 15 14 5c 18 02 7473 00 00`;

function ascii(text: string): string {
  return Buffer.from(text).toString("hex");
}

/** What the client says, and what it is answered, each in turn. */
const session: readonly (readonly [what: string, said: string, ...answers: readonly string[]])[] = [
  ["SETUP", setup, "00000d 00000000 3100 1c 15 14 11 32 00 00"],
  [
    "open as a factory",
    `000033 00000001 1100 000025 15 04 18 04 6f70656e 15 00 25 d00f 3b 01 88 01 6b 01 76
     9c 16 02 18 0a 46696c65416363657373 00 00 18 02 2f78 00`,
    "00000f 00000001 2960 000005 7c 1c 00 00 00 00",
  ],
  [
    "seek",
    "000024 00000003 1100 000018 15 04 18 0f 46696c654163636573732e7365656b 15 00 d6 02 00 15 0a 00",
    "000012 00000003 2960 000005 7c 1c 00 00 00 06 00 0a 00",
  ],
  [
    "read with initial n 2",
    "000028 00000005 1900 00000002 000018 15 04 18 0f 46696c654163636573732e72656164 15 08 d6 02 00 15 04 00",
    "000011 00000005 2920 000007 7c 1c 00 00 25 0a 00 00",
    "000014 00000005 2920 000005 3c 1c 00 00 00 08 00 02 00ee 00",
  ],
  ["one more item", "00000a 00000005 2000 00000001", "000014 00000005 2920 000005 3c 1c 00 00 00 08 00 02 01ee 00"],
  ["the end", "00000a 00000005 2000 00000032", "000006 00000005 2840"],
  [
    "a declared exception",
    "000017 00000007 1100 00000b 15 04 18 04 676f6e65 15 00 00 00",
    `00002b 00000007 2960 00001b 7c 2c 18 0a 4e6f5375636846696c65 18 04 676f6e65 1c 1c 00 00 00 00 00
     1c 18 02 2f7a 00 00`,
  ],
  [
    "an error meant for the client",
    "000016 00000009 1100 00000b 15 04 18 04 626f6f6d 15 00 00 00",
    "000023 00000009 2960 00001a 7c 2c 18 05 4572726f72 18 04 626f6f6d 1c 6c 1c 25 02 00 00 00 00 00 00",
  ],
  [
    "another error, of which nothing is told",
    "000016 0000000f 1100 00000b 15 04 18 04 6f6f7073 15 00 00 00",
    `000036 0000000f 2960 00002d 7c 2c 18 0e ${ascii("internal_error")} 18 0e ${ascii("internal error")}
     1c 6c 1c 25 02 00 00 00 00 00 00`,
  ],
  [
    "an unknown interaction",
    "000024 0000000b 1100 000018 15 04 18 0f 46696c654163636573732e7365656b 15 00 d6 12 00 15 0a 00",
    `000041 0000000b 2c00 00000204 18 16 ${ascii("UNKNOWN_INTERACTION_ID")} 18 18 ${ascii("Invalid interaction id 9")}
     15 02 15 1c 00`,
  ],
  ["keepalive", "00000e 00000000 0c80 0000000000000000", "00000e 00000000 0c00 0000000000000000"],
  ["the end of the interaction, and seek", "00000b 00000000 3100 1c 16 02 00 00"],
  [
    "seek in what has ended",
    "000024 0000000d 1100 000018 15 04 18 0f 46696c654163636573732e7365656b 15 00 d6 02 00 15 0a 00",
    `000041 0000000d 2c00 00000204 18 16 ${ascii("UNKNOWN_INTERACTION_ID")} 18 18 ${ascii("Invalid interaction id 1")}
     15 02 15 1c 00`,
  ],
];

test("goes byte for byte", async () => {
  const ended = Promise.withResolvers<unknown>();
  const socket = await serve(ended.resolve);
  for (const [what, said, ...answers] of session) {
    socket.write(fitted(said));
    for (const answer of answers) expect(await taken(socket, bytes(answer).length), what).toBe(plain(answer));
  }
  expect(await ended.promise).toBe("closed");
});

async function serve(onTermination: (reason: unknown) => void): Promise<Socket> {
  const file = {
    seek: ({ delta }: { readonly delta: number }) => BigInt(delta),
    async *read() {
      for (const chunk of ["00ee", "01ee"]) yield bytes(chunk);
    },
    onTermination,
  };
  const handler = implement(service, {
    open: () => file,
    gone() {
      throw Object.assign(new exception({ path: "/z" }), { message: "gone" });
    },
    boom() {
      throw new ApplicationError("unknown", "boom", { details: { name: "Error" } });
    },
    oops() {
      throw new Error("a secret");
    },
  });
  const dialects = [rocket({ protocols: [compact({ variant: "fbthrift" })], compression: [zstd()] })];
  const server = await listen(handler, {
    port: 0,
    dialects,
    limits: { drainTimeoutMs: 100 },
    onError: () => undefined,
  });
  onTestFinished(() => server.close());
  const socket = connect(server.port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** The bytes of a frame, with the length that it has. */
function fitted(said: string): Buffer {
  const frame = Buffer.from(bytes(said));
  frame.writeUIntBE(frame.length - 3, 0, 3);
  return frame;
}

async function taken(socket: Socket, size: number): Promise<string> {
  for (;;) {
    const came: Uint8Array | null = socket.read(size);
    if (came !== null) return Buffer.from(came).toString("hex");
    await once(socket, "readable");
  }
}

function plain(hex: string): string {
  return Buffer.from(bytes(hex)).toString("hex");
}
