import { type Frame, FrameType, responseMetadata, RpcKind, streamMetadata } from "@seapink/dialect-rocket/internal";
import { Flag } from "@seapink/dialect-rocket/internal";
import { type Fieldset, type Method, successOf, type StructType } from "@seapink/schema";
import { wireTypeOf } from "@seapink/schema/internal";
import type { ProtocolName } from "../kinds.ts";
import type { Scalar, StructNode } from "../tree.ts";

/** What a request says of its stream. */
export interface RocketCall {
  readonly name: string | undefined;
  readonly protocol: ProtocolName | undefined;
  readonly methods: readonly Method[];
  /** One of `RpcKind`. */
  readonly kind: Scalar | undefined;
}

export const unknownCall: RocketCall = { name: undefined, protocol: undefined, methods: [], kind: undefined };

const protocolsById: ReadonlyMap<Scalar | undefined, ProtocolName> = new Map<Scalar | undefined, ProtocolName>([
  [0, "binary"],
  [2, "compact-fbthrift"],
]);

/** The call that metadata of a request speaks of. */
export function callOf(metadata: StructNode, methodsOf: (wireName: string) => readonly Method[]): RocketCall {
  const name = scalarOf(metadata, "name");
  const methods = typeof name === "string" ? methodsOf(name) : [];
  const protocol = protocolsById.get(scalarOf(metadata, "protocol"));
  return { name: typeof name === "string" ? name : undefined, protocol, methods, kind: scalarOf(metadata, "kind") };
}

/** The value of a field by its name. */
export function scalarOf({ fields }: StructNode, name: string): Scalar | undefined {
  const value = fields.find((field) => field.name === name)?.value;
  return value?.kind === "scalar" ? value.value : undefined;
}

/** What the data of a PAYLOAD may be, by the metadata beside it. */
export function payloadTypes(call: RocketCall, frame: Frame, metadata: StructNode | undefined): readonly Fieldset[] {
  if (metadata?.type !== streamMetadata.type.name) return call.methods.map(({ result }) => result);
  return call.methods.flatMap((method) => {
    const type = itemOf(method, frame);
    return type === undefined ? [] : [type];
  });
}

/** Which way an item went is not to be seen, where both may be. */
function itemOf({ kind, streamItem, sinkItem, finalResponse }: Method, { flags }: Frame): StructType | undefined {
  if (kind === "sink") return (flags & Flag.complete) !== 0 && (flags & Flag.next) !== 0 ? finalResponse : sinkItem;
  return streamItem !== undefined && sinkItem !== undefined && !isAlike(streamItem, sinkItem) ? undefined : streamItem;
}

function isAlike(one: StructType, other: StructType): boolean {
  const [a, b] = [successOf(one)?.type, successOf(other)?.type];
  return a !== undefined && b !== undefined && (a === b || (wireTypeOf(a) === wireTypeOf(b) && !("fields" in a)));
}

/** The metadata that a PAYLOAD may have. */
export const payloadMetadataTypes: readonly Fieldset[] = [responseMetadata.type, streamMetadata.type];

/** What a request is to do, in words. */
export function kindName(kind: Scalar | undefined): string | undefined {
  return Object.entries(RpcKind).find(([, number]) => number === kind)?.[0];
}

export function isRequest(type: number): boolean {
  return type >= FrameType.requestResponse && type <= FrameType.requestChannel;
}
