import { ByteWriter, defaultLimits, type Limits } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import type { Fieldset } from "@seapink/schema";
import { type CodecMode, Compiler } from "../src/codec.ts";
import { canEmit } from "../src/emitted.ts";

/** The ways of compiling that this host allows; `npm run test:no-codegen` is a host that allows only one. */
export const modes: readonly CodecMode[] = canEmit() ? ["emitted", "closures"] : ["closures"];

export interface StructCodec {
  readonly encode: (value: unknown) => Uint8Array<ArrayBuffer>;
  readonly decode: (bytes: Uint8Array) => unknown;
}

/** A struct's codec for the binary protocol, freshly compiled in one mode. */
export function codecIn(mode: CodecMode, type: Fieldset, limits: Limits = defaultLimits): StructCodec {
  const codec = new Compiler(mode).codec(type);
  const protocol = binary();
  return {
    encode(value) {
      const out = new ByteWriter(256);
      codec.write(protocol.writer(out, limits), value);
      return out.take();
    },
    decode: (bytes) => codec.read(protocol.reader(bytes, limits)),
  };
}
