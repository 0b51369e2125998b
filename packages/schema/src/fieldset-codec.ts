import type { ProtocolReader, ProtocolWriter } from "@seapink/core";
import type { Fieldset } from "./type.ts";

/** A struct, union or exception, compiled for one protocol. Both ways of compiling make these two functions. */
export interface FieldsetCodec {
  readonly write: (writer: ProtocolWriter, value: unknown) => void;
  readonly read: (reader: ProtocolReader) => unknown;
}

/** Where a codec finds those of the structs inside it. While a struct that contains itself is compiled, a stand-in. */
export type CodecOf = (type: Fieldset) => FieldsetCodec;
