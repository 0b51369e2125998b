import { ByteWriter, limits, type Protocol } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { type Codec, codecOf, field, i32, string, type StructType } from "@seapink/schema";
import { struct } from "@seapink/schema/gen1";

/** What Rocket says in metadata and data, as far as the cases need it: the library knows bytes only. */
export const protocol: Protocol = compact({ variant: "fbthrift" });

/** A struct whose only field, a text, has this id: 1 for arguments, 0 for results and items. */
const texts: ReadonlyMap<number, Codec<{ readonly text: string }>> = new Map(
  [0, 1].map((id) => [id, codecOf(struct<{ readonly text: string }>("Text", [field(id, "text", string)]))]),
);

export function textBytes(id: 0 | 1, text: string): Buffer {
  return encoded(textCodec(id), { text });
}

export function textOf(id: 0 | 1, bytes: Uint8Array | null | undefined): string {
  return decoded(textCodec(id), bytes).text;
}

function textCodec(id: number): Codec<{ readonly text: string }> {
  const codec = texts.get(id);
  if (codec === undefined) throw new RangeError(`expected field 0 or 1, got ${id}`);
  return codec;
}

interface RequestWords {
  readonly protocol: number;
  readonly name: string;
  readonly kind: number;
}

const optional = { requiredness: "optional" } as const;
const requestCodec: Codec<RequestWords> = codecOf(
  struct<RequestWords>("RequestRpcMetadata", [
    field(1, "protocol", i32),
    field(2, "name", string),
    field(3, "kind", i32),
  ]),
);
const empty: StructType = struct("Empty", []);
const isResponse = struct("PayloadMetadata", [field(1, "response", empty, optional)]);
const responseCodec: Codec<object> = codecOf(struct<object>("ResponseRpcMetadata", [field(7, "payload", isResponse)]));
const itemCodec: Codec<object> = codecOf(struct<object>("StreamPayloadMetadata", [field(3, "payload", isResponse)]));
const setupCodec: Codec<object> = codecOf(
  struct<object>("RequestSetupMetadata", [field(3, "minVersion", i32), field(4, "maxVersion", i32)]),
);
const setupAnswer = struct("SetupResponse", [field(1, "version", i32)]);
const pushCodec: Codec<{ readonly setupResponse: { readonly version: number } }> = codecOf(
  struct<{
    readonly setupResponse: { readonly version: number };
  }>("ServerPushMetadata", [field(1, "setupResponse", setupAnswer)]),
);

/** RpcKind. */
export const kinds = { call: 0, oneway: 1, stream: 4, sink: 6, bidi: 7 } as const;

export function requestMetadata(name: string, kind: number): Buffer {
  return encoded(requestCodec, { protocol: 2, name, kind });
}

export function methodOf(metadata: Uint8Array | null | undefined): string {
  return decoded(requestCodec, metadata).name;
}

export const responseMetadata: Buffer = encoded(responseCodec, { payload: { response: {} } });
export const itemMetadata: Buffer = encoded(itemCodec, { payload: { response: {} } });

/** The key, then the versions. */
export const setupMetadata: Buffer = Buffer.concat([
  Buffer.from("f09f9a80", "hex"),
  encoded(setupCodec, { minVersion: 8, maxVersion: 10 }),
]);

export function versionOf(push: Uint8Array): number {
  return decoded(pushCodec, push).setupResponse.version;
}

export const mimes = {
  metadataMimeType: "application/x-rocket-metadata+compact",
  dataMimeType: "application/x-rocket-payload",
} as const;

function encoded<T>(codec: Codec<T>, value: T): Buffer {
  const out = new ByteWriter();
  codec.write(protocol.writer(out, limits()), value);
  return Buffer.from(out.take());
}

function decoded<T>(codec: Codec<T>, bytes: Uint8Array | null | undefined): T {
  return codec.read(protocol.reader(bytes ?? new Uint8Array(0), limits()));
}
