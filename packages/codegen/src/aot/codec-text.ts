import type { Fieldset } from "@seapink/schema";
import { checkNesting, codeText, emitCodec, type GlobalName } from "@seapink/schema/internal";

export interface CodecTextOptions {
  /** What the function is called. */
  readonly name: string;
  /** What the file calls the descriptor of another struct, where codecs are made: an expression. */
  readonly refer: (type: Fieldset) => string;
  /** What it calls something of gen1. */
  readonly gen1: (name: string) => string;
  /** What it calls something that JavaScript has everywhere. */
  readonly global: (name: GlobalName) => string;
}

/**
 * The function that makes the codec of a struct, as a generated file declares it: the same code that would be compiled on
 * first use, with types.
 * @throws RangeError for containers that are nested too deeply for any codec
 */
export function codecText(type: Fieldset, { name, refer, gen1, global }: CodecTextOptions): string {
  checkNesting(type);
  const head = `function ${name}($: ${gen1("CodecTools")}): ${gen1("FieldsetCodec")} {`;
  return codeText([head, emitCodec(type, { refer, gen1, global }), "}"], "  ");
}
