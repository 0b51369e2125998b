import type { ProtocolReader, ProtocolWriter } from "@seapink/core";
import { checkNesting } from "./check-nesting.ts";
import { closureCodec } from "./closures.ts";
import { canEmit, emittedCodec } from "./emitted.ts";
import type { FieldsetCodec } from "./fieldset-codec.ts";
import { toolsOf } from "./tools-of.ts";
import type { Fieldset } from "./type.ts";

/** How a codec is compiled: to JavaScript, or, where the host forbids that, to a tree of closures. */
export type CodecMode = "emitted" | "closures";

/**
 * Writes and reads the values of one struct in every protocol. It is compiled once for each protocol, on first use,
 * so that the calls inside it always meet the same reader and writer.
 */
export interface Codec<T = unknown> {
  readonly type: Fieldset;
  write(writer: ProtocolWriter, value: T): void;
  read(reader: ProtocolReader): T;
}

/** The codecs of all structs, in one mode. */
export class Compiler {
  #mode: CodecMode | undefined;
  readonly #codecs: WeakMap<Fieldset, CompiledCodec> = new WeakMap();
  #latest: CompiledCodec | undefined;

  /** @param mode by default what the host allows, which is tried when the first codec is compiled */
  constructor(mode?: CodecMode) {
    this.#mode = mode;
  }

  // Calls in a row are often for the same type, and finding its codec takes a tenth of the time of a small struct.
  codec(type: Fieldset): CompiledCodec {
    const latest = this.#latest;
    return latest?.type === type ? latest : (this.#latest = this.#find(type));
  }

  #find(type: Fieldset): CompiledCodec {
    let codec = this.#codecs.get(type);
    if (codec === undefined) this.#codecs.set(type, (codec = new CompiledCodec(type, this)));
    return codec;
  }

  compile(type: Fieldset, protocol: string): FieldsetCodec {
    const codecOf = (inner: Fieldset): FieldsetCodec => this.codec(inner).for(protocol);
    if (type.codec !== undefined) return type.codec(toolsOf(type, codecOf));
    this.#mode ??= canEmit() ? "emitted" : "closures";
    return this.#mode === "emitted" ? emittedCodec(type, codecOf) : closureCodec(type, codecOf);
  }
}

class CompiledCodec implements Codec {
  readonly type: Fieldset;
  readonly #compiler: Compiler;
  readonly #byProtocol: Map<string, FieldsetCodec> = new Map();
  #protocol: string | undefined;
  #latest: FieldsetCodec = notYet;

  constructor(type: Fieldset, compiler: Compiler) {
    this.type = type;
    this.#compiler = compiler;
  }

  write(writer: ProtocolWriter, value: unknown): void {
    const latest = writer.protocol === this.#protocol ? this.#latest : this.#switch(writer.protocol);
    latest.write(writer, value);
  }

  read(reader: ProtocolReader): unknown {
    const latest = reader.protocol === this.#protocol ? this.#latest : this.#switch(reader.protocol);
    return latest.read(reader);
  }

  #switch(protocol: string): FieldsetCodec {
    this.#latest = this.for(protocol);
    this.#protocol = protocol;
    return this.#latest;
  }

  for(protocol: string): FieldsetCodec {
    return this.#byProtocol.get(protocol) ?? this.#compile(protocol);
  }

  /** The stand-in is registered before descending, so that a struct that contains itself ends. */
  #compile(protocol: string): FieldsetCodec {
    if (this.#byProtocol.size === 0) checkNesting(this.type);
    let compiled = notYet;
    this.#byProtocol.set(protocol, {
      write: (writer, value) => compiled.write(writer, value),
      read: (reader) => compiled.read(reader),
    });
    try {
      compiled = this.#compiler.compile(this.type, protocol);
      this.#byProtocol.set(protocol, compiled);
      return compiled;
    } catch (error) {
      this.#byProtocol.delete(protocol);
      throw error;
    }
  }
}

// Structs that were compiled around one that could not be keep its stand-in.
function fail(): never {
  throw new Error("expected a codec that could be compiled, got one whose fields could not");
}

const notYet: FieldsetCodec = { write: fail, read: fail };

const compiler = new Compiler();

/** The codec of a struct, union or exception. */
export function codecOf<T>(type: Fieldset<T>): Codec<T> {
  // A codec takes and makes what its descriptor describes.
  return compiler.codec(type) as Codec<T>;
}
