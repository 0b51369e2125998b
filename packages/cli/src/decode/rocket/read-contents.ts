import type { Protocol } from "@seapink/core";
import {
  clientPush,
  type Frame,
  FrameType,
  metadataProtocols,
  nameOfAlgorithm,
  requestMetadata,
  responseRpcError,
  serverPush,
  streamRpcError,
} from "@seapink/dialect-rocket/internal";
import type { Fieldset } from "@seapink/schema";
import { bestProtocol, bestType } from "../best-struct.ts";
import { expectEnd } from "../broken-bytes.ts";
import { inflated } from "../inflated.ts";
import type { Reading } from "../message.ts";
import type { ProtocolName } from "../kinds.ts";
import { protocols } from "../protocols.ts";
import { readStruct } from "../read-struct.ts";
import { offsetIn, type Part, part, type Region, type StructNode, structNode } from "../tree.ts";
import { textScalar } from "../text-scalar.ts";
import { bytesPart } from "../theader.ts";
import {
  callOf,
  isRequest,
  kindName,
  payloadMetadataTypes,
  payloadTypes,
  type RocketCall,
  scalarOf,
  unknownCall,
} from "./calls.ts";

/** What frames say of those that follow. */
export class RocketState {
  readonly how: Reading;
  readonly calls: Map<number, RocketCall> = new Map();
  /** As SETUP says, or what most clients speak. */
  metadataProtocol: Protocol = metadataProtocols.compact;
  /** What bodies are in, as far as a request has said so. */
  bodyProtocol: ProtocolName | undefined;

  constructor(how: Reading) {
    this.how = how;
  }
}

interface Surroundings {
  readonly state: RocketState;
  /** Where a part of the frame is in the input. */
  readonly locate: (bytes: Uint8Array) => Region;
}

/** Reads the metadata and the data of a frame, or of a message that was joined of several. */
export function readContents(frame: Frame, at: Surroundings, parts: Part[]): void {
  const { type, metadata, data } = frame;
  if (isRequest(type)) return readRequest(frame, at, parts);
  switch (type) {
    case FrameType.payload:
      return readPayload(frame, at, parts);
    case FrameType.error:
      return readError(at.locate(data), parts);
    case FrameType.metadataPush:
      return void structPart(
        at.locate(metadata),
        { name: "metadata", types: [serverPush.type, clientPush.type], protocol: metadataProtocols.compact },
        parts,
      );
    default:
      if (metadata.length > 0) parts.push(bytesPart("metadata", at.locate(metadata)));
      if (data.length > 0) parts.push(bytesPart("data", at.locate(data)));
  }
}

function readRequest({ streamId, metadata, data }: Frame, { state, locate }: Surroundings, parts: Part[]): void {
  const types = [requestMetadata.type];
  const read = structPart(locate(metadata), { name: "metadata", types, protocol: state.metadataProtocol }, parts);
  const call = read === undefined ? unknownCall : callOf(read, state.how.names.methods);
  state.calls.set(streamId, call);
  state.bodyProtocol = call.protocol ?? state.bodyProtocol;
  const what = [
    call.name === undefined ? "arguments" : `arguments of ${JSON.stringify(call.name)}`,
    kindName(call.kind),
  ];
  readBody(
    locate(data),
    {
      protocol: call.protocol,
      metadata: read,
      types: call.methods.map(({ args }) => args),
      what: what.filter(Boolean).join(", "),
    },
    parts,
  );
}

const unrequested = "some answers have no names: their requests are not in the input";

function readPayload(frame: Frame, { state, locate }: Surroundings, parts: Part[]): void {
  const call = state.calls.get(frame.streamId) ?? unknownCall;
  const { metadata, data } = frame;
  const { names, notes } = state.how;
  if (names.isKnown && !state.calls.has(frame.streamId) && data.length > 0) notes.add(unrequested);
  const read = structPart(
    locate(metadata),
    { name: "metadata", types: payloadMetadataTypes, protocol: state.metadataProtocol },
    parts,
  );
  const types = payloadTypes(call, frame, read);
  readBody(
    locate(data),
    { protocol: call.protocol ?? state.bodyProtocol, metadata: read, types, what: types[0]?.name ?? "data" },
    parts,
  );
}

/** That Rocket has numbers for. */
const bodyProtocols = ["compact-fbthrift", "binary"] as const;

interface BodyReading {
  readonly protocol: ProtocolName | undefined;
  readonly metadata: StructNode | undefined;
  readonly types: readonly Fieldset[];
  readonly what: string;
}

function readBody(data: Region, { protocol: protocolName, metadata, types, what }: BodyReading, parts: Part[]): void {
  if (data.bytes.length === 0) return;
  const compression = metadata && scalarOf(metadata, "compression");
  const algorithm = typeof compression === "number" ? (nameOfAlgorithm(compression) ?? `algorithm ${compression}`) : "";
  const isPlain = compression === undefined || compression === 0;
  const region = isPlain ? data : inflated(data, algorithm);
  const protocol = protocols[protocolName ?? bestProtocol(region.bytes, bodyProtocols).protocol];
  const title = isPlain ? what : `${what}, ${data.bytes.length} bytes of ${algorithm}`;
  structPart(region, { name: "payload", types, protocol, title }, parts);
}

// Text has no zero at its end, which a struct does.
function readError(data: Region, parts: Part[]): void {
  if (data.bytes.length === 0) return;
  if (data.bytes.at(-1) !== 0) {
    const { text, value } = textScalar(data.bytes);
    return void parts.push(part("text", offsetIn(data, 0), text, { text: value }));
  }
  const types = [responseRpcError.type, streamRpcError.type];
  structPart(data, { name: "payload", types, protocol: metadataProtocols.compact }, parts);
}

interface StructReading {
  readonly name: string;
  /** It is one of these, if any. */
  readonly types: readonly Fieldset[];
  readonly protocol: Protocol;
  readonly title?: string;
}

/** Reads a struct that is all of the bytes, if there are any. */
export function structPart(
  region: Region,
  { name, types, protocol, title }: StructReading,
  parts: Part[],
): StructNode | undefined {
  if (region.bytes.length === 0) return undefined;
  const type = bestType(region, protocol, types);
  const inside = title ?? type?.name ?? "struct";
  const made = part(name, offsetIn(region, 0), `${name}: ${inside}, in ${protocol.name}`, { protocol: protocol.name });
  parts.push(made);
  const node = structNode(type);
  made.struct = node;
  expectEnd(region, readStruct(region, protocol, { node, type }), `the ${name}`);
  return node;
}
