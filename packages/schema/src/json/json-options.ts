import type { Limits } from "@seapink/core";
import type { Fieldset, Type } from "../type.ts";
import type { UnknownFields } from "./reader.ts";

/** What the values of a type are, where its descriptor knows. */
export type ValueOf<T extends Type> = T extends Fieldset<infer V> ? V : unknown;

export interface ToJsonOptions {
  /** Spaces by which each level is indented, up to 100; 0, the default, for a text of one line. */
  readonly space?: number | undefined;
  /** What the paths in errors begin with, such as `reply`; by default nothing. */
  readonly path?: string | undefined;
  /** Depth, and the length of the text; by default `defaultLimits`. */
  readonly limits?: Limits | undefined;
}

export interface FromJsonOptions {
  /** Names that are no fields; refused by default. */
  readonly unknownFields?: UnknownFields | undefined;
  /** What the paths in errors begin with, such as `args`; by default nothing. */
  readonly path?: string | undefined;
  /** Depth, elements, and the length of the text; by default `defaultLimits`. */
  readonly limits?: Limits | undefined;
}
