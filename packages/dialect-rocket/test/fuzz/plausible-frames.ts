import { Flag, FrameType } from "../../src/frames/frame-type.ts";
import type { Frame } from "../../src/frames/frame.ts";
import type { RequestMetadata } from "../../src/metadata/request-metadata.ts";
import { responseRpcError, streamRpcError } from "../../src/metadata/rpc-error.ts";
import { encoded } from "../metadata/encoded.ts";
import { argument, clientPushed, isResponse, item, request, response, result, serverPushed, setup } from "../says.ts";
import type { Dice } from "./dice.ts";

type Said = Partial<Frame>;

/** Frames that break the rules in a way that ends the connection come this rarely, so that most connections live. */
const rarely = 150;
const bodies = [argument("x"), result("hello"), new Uint8Array(0), Uint8Array.of(0), result("long ".repeat(200))];
const words = [0, 1, 2, 3, 10, 100, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff];
const payloadFlags = [Flag.next, Flag.next, Flag.next | Flag.complete, Flag.complete, 0];

/** What a handler of `fuzz` knows to do, and what it does not. */
export const methods = [
  "echo",
  "hang",
  "fail",
  "few",
  "many",
  "endless",
  "gather",
  "early",
  "reflect",
  "nothing",
] as const;

const requests: readonly Said[] = [0, 1, 4, 6, 7].flatMap((kind) =>
  methods.flatMap((name) => requestMetadata(kind).map((metadata) => request(kind, { name, ...metadata }))),
);

function requestMetadata(kind: number): readonly RequestMetadata[] {
  const created = [1n, 2n, 3n, 0n, -1n].map((interactionId) => ({
    interactionCreate: { interactionId, interactionName: "File" },
  }));
  return [
    {},
    {},
    { clientTimeoutMs: 1 + kind },
    { queueTimeoutMs: 1, loadMetric: "" },
    { otherMetadata: new Map([["a", "b"]]), checksumResponse: true },
    { compression: 1 },
    { compressionConfig: { codecConfig: { zlibConfig: {} }, compressionSizeLimit: 0n } },
    { crc32c: 7 },
    ...created,
    ...[1n, 2n, 3n, 9n].map((interactionId) => ({ interactionId })),
  ];
}

const exceptions = [{ declaredException: {} }, { appUnknownException: {} }, { anyException: {} }, {}].map(
  (metadata) => ({
    exceptionMetadata: { name_utf8: "Oops", what_utf8: "boom", metadata },
  }),
);
const payloads: readonly Said[] = [
  ...[isResponse, {}, ...exceptions].flatMap((payloadMetadata) => [
    response("hello", { payloadMetadata }),
    response("hello", { payloadMetadata, streamId: 1, load: 5n, otherMetadata: new Map([["a", "b"]]) }),
    item("x", { payloadMetadata }),
    item("x", { payloadMetadata, compression: 1 }),
  ]),
  { type: FrameType.payload, flags: 0 },
  { type: FrameType.payload, flags: Flag.metadata, metadata: Uint8Array.of(0) },
];
const pushes: readonly Said[] = [
  ...[0n, 1n, 2n, 3n, 7n].map((interactionId) => clientPushed({ interactionTerminate: { interactionId } })),
  clientPushed({ streamHeadersPush: { streamId: 1 } }),
  serverPushed({ setupResponse: { version: 10, zstdSupported: true } }),
  serverPushed({ streamHeadersPush: { streamId: 1 } }),
];
const failures: readonly Uint8Array[] = [
  new TextEncoder().encode("unknown interaction id: 9"),
  encoded(responseRpcError, { name_utf8: "OVERLOAD", what_utf8: "busy", category: 2, code: 1 }),
  encoded(streamRpcError, { name_utf8: "CREDIT_TIMEOUT", code: 1 }),
  new Uint8Array(0),
];
const codes = [0x201, 0x202, 0x203, 0x204, 0x301, 0xffff_ffff];

/** Frames as a peer sends them, nearly: in any order, on few streams, with bytes that are a little wrong. */
export class PlausibleFrames {
  readonly #dice: Dice;
  #nextId = 1;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** One of a client. */
  ofClient(): Said | Uint8Array | string {
    const dice = this.#dice;
    if (dice.once(rarely)) return this.#wrong();
    const choice = dice.below(20);
    return choice < 7 ? this.#request() : this.#behind(choice);
  }

  /** One of a server that has been sent so many requests. */
  ofServer(): Said | Uint8Array | string {
    const dice = this.#dice;
    return dice.once(rarely) ? this.#wrong() : this.#behind(dice.once(2) ? 8 : dice.below(20));
  }

  #behind(choice: number): Said {
    const dice = this.#dice;
    const streamId = this.#streamId();
    if (choice < 13) return this.#payload(streamId);
    if (choice < 15) return { type: FrameType.requestN, streamId, word: dice.of(words) };
    if (choice === 15) return { type: FrameType.cancel, streamId, flags: dice.below(32) };
    if (choice === 16) return { type: FrameType.error, streamId, word: dice.of(codes), data: dice.of(failures) };
    if (choice === 17) return { type: FrameType.keepAlive, flags: dice.of([0, Flag.respond]), data: dice.of(bodies) };
    if (choice === 18)
      return { type: FrameType.ext, streamId, flags: Flag.ignore, word: dice.of(words), data: dice.of(bodies) };
    return dice.of(pushes);
  }

  #streamId(): number {
    return 1 + 2 * Math.max(0, (this.#nextId >> 1) - this.#dice.below(12));
  }

  /** Streams up to this one have been begun. */
  begun(streamId: number): void {
    this.#nextId = streamId + 2;
  }

  #request(): Said {
    const dice = this.#dice;
    const streamId = this.#nextId;
    this.#nextId += 2;
    const said = this.#treated({ ...dice.of(requests), streamId, data: dice.of(bodies) });
    const word = dice.of(words) || 1;
    const complete = dice.once(8) ? Flag.complete : 0;
    return {
      ...said,
      word,
      flags: (said.flags ?? 0) | complete | this.#follows() | (dice.once(4) ? dice.below(64) : 0),
    };
  }

  #payload(streamId: number): Said {
    const dice = this.#dice;
    const said = this.#treated({ ...dice.of(payloads), streamId });
    const flags = ((said.flags ?? 0) & Flag.metadata) | dice.of(payloadFlags) | this.#follows();
    return { ...said, flags, data: dice.once(3) ? dice.of(bodies) : (said.data ?? new Uint8Array(0)) };
  }

  #follows(): number {
    return this.#dice.once(10) ? Flag.follows : 0;
  }

  #treated(said: Said): Said {
    const { metadata = new Uint8Array(0) } = said;
    return this.#dice.once(6) ? { ...said, metadata: this.#dice.mutated(metadata) } : said;
  }

  /** What ends a connection, mostly. */
  #wrong(): Said | Uint8Array | string {
    const dice = this.#dice;
    const streamId = dice.of([0, 1, 2, 3, 0x7fff_ffff]);
    return dice.of<() => Said | Uint8Array | string>([
      () => setup,
      () => ({ type: dice.below(64), flags: dice.below(1024), streamId, word: dice.of(words), data: dice.of(bodies) }),
      () => ({ ...dice.of(requests), streamId }),
      () => dice.mutated(Uint8Array.of(0, 0, 12, 0, 0, 0, 1, 0x11, 0, 0, 0, 2, 9, 9, 0)),
      () => ({ type: FrameType.error, word: dice.of([1, 0x101, 0x102]), data: dice.of(failures) }),
      () => ({
        type: FrameType.metadataPush,
        flags: Flag.metadata,
        metadata: dice.mutated(dice.of(pushes).metadata ?? bodies[0] ?? new Uint8Array(1)),
      }),
    ])();
  }
}
