import { type Call, type CallKind, now, type Protocol } from "@seapink/core";
import type { Compressions } from "../compression/compressions.ts";
import type { FrameHead, FrameOutput } from "../frames/frame-output.ts";
import { FrameType } from "../frames/frame-type.ts";
import type { OutgoingInteractions } from "../interactions/outgoing-interactions.ts";
import type { CompressionConfig } from "../metadata/compression-config.ts";
import { RpcKind } from "../metadata/enums.ts";
import { type RequestMetadata, requestMetadata } from "../metadata/request-metadata.ts";
import type { Settings } from "../options.ts";
import { type Bodies, type Treatment, untreated } from "../payloads/bodies.ts";
import { liftRequest } from "../payloads/lifted-headers.ts";
import { idOf } from "../payloads/protocol-ids.ts";

interface Shape {
  readonly type: number;
  readonly kind: number;
}

const shapes: Readonly<Record<CallKind, Shape>> = {
  call: { type: FrameType.requestResponse, kind: RpcKind.singleRequestSingleResponse },
  oneway: { type: FrameType.requestFnf, kind: RpcKind.singleRequestNoResponse },
  stream: { type: FrameType.requestStream, kind: RpcKind.singleRequestStreamingResponse },
  sink: { type: FrameType.requestChannel, kind: RpcKind.sink },
  bidi: { type: FrameType.requestChannel, kind: RpcKind.bidirectionalStream },
};

const mostMs = 0x7fff_ffff;

/** Writes requests (§ 3.2). */
export class RequestOutput {
  readonly protocol: Protocol;
  readonly #output: FrameOutput;
  readonly #bodies: Bodies;
  readonly #interactions: OutgoingInteractions;
  readonly #protocolId: number;
  readonly #initialItems: number;
  readonly #checksum: Settings["checksum"];
  readonly #compressFrom: number;
  /** What is done to bodies, once it is known what the server can undo. */
  treatment: Treatment;
  #config: CompressionConfig | undefined;

  constructor(output: FrameOutput, bodies: Bodies, interactions: OutgoingInteractions, settings: Settings) {
    const { protocols, window, checksum, compressFrom } = settings;
    this.protocol = protocols.first;
    this.#output = output;
    this.#bodies = bodies;
    this.#interactions = interactions;
    this.#protocolId = idOf(this.protocol);
    this.#initialItems = Math.min(window.initialItems, window.items);
    this.#checksum = checksum;
    this.#compressFrom = compressFrom;
    this.treatment = checksum === undefined ? untreated : { ...untreated, checksum };
  }

  /** From now on bodies are compressed with what the server knows, and so are its answers. */
  compressWith(compressions: Compressions, isKnown: (name: string) => boolean): void {
    const compression = compressions.first(isKnown);
    if (compression === undefined) return;
    this.treatment = { compression, compressFrom: this.#compressFrom, checksum: this.#checksum };
    this.#config = { ...compressions.configOf(compression), compressionSizeLimit: BigInt(this.#compressFrom) };
  }

  /**
   * Writes a request on this stream.
   * @throws what is wrong with the call; nothing of it is sent then
   */
  request(call: Call, streamId: number): void {
    const { type, kind } = shapes[call.kind];
    const { body, metadata: treated } = this.#bodies.treated(call.body, call.protocol, this.protocol, this.treatment);
    const numbered = call.interaction && this.#interactions.metadataOf(call.interaction, call.method);
    const plain: RequestMetadata = {
      protocol: this.#protocolId,
      name: call.method,
      kind,
      clientTimeoutMs: call.deadline === undefined ? undefined : leftMs(call.deadline),
      compression: treated.compression,
      compressionConfig: this.#config,
      interactionId: numbered?.interactionId,
      interactionCreate: numbered?.interactionCreate,
      checksum: treated.checksum,
      checksumResponse: this.#checksum === undefined ? undefined : true,
    };
    const metadata = call.headers.size === 0 ? plain : { ...plain, ...liftRequest(call.headers) };
    const head: FrameHead = { streamId, type, flags: 0, word: this.#initialN(call.kind) };
    this.#output.message(head, requestMetadata, metadata, body);
    if (call.interaction?.create === true) this.#interactions.began(call.interaction.of);
  }

  // The first response takes one; a sink has a final one besides.
  #initialN(kind: CallKind): number {
    if (kind === "sink") return 2;
    return kind === "stream" || kind === "bidi" ? this.#initialItems + 1 : -1;
  }
}

// 0 would mean that there is none.
function leftMs(deadline: number): number {
  return Math.min(mostMs, Math.max(1, Math.ceil(deadline - now())));
}
