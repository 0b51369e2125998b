import type { Plain, PlainStruct } from "./plain.ts";

/** What a case needs that not every peer has. */
export type Need = "uuid" | "negative ids";

/** One call, and what must come of it. */
export interface Case {
  /** Without spaces, since `known-failures.txt` is made of words: `see/list<bool>`. */
  readonly name: string;
  /** As the client knows it; `LabNext` is a newer client of `Lab`. */
  readonly service: string;
  readonly method: string;
  readonly args: PlainStruct;
  /** In the place of `args`: calls that are made at once, where the client can. */
  readonly together?: readonly PlainStruct[];
  readonly expected: Expected;
  readonly needs?: Need;
  /** Of a mebibyte, which takes some peers seconds in JSON. */
  readonly isLarge?: boolean;
}

export type Expected =
  | { readonly returns: Plain }
  /** For calls that are made together, in their order. */
  | { readonly returnsEach: readonly Plain[] }
  /** The value comes back, and the server has seen the same: methods that return it with its text. */
  | { readonly sees: Plain }
  | { readonly throws: string; readonly value: PlainStruct }
  /** Thrift's number for a system error. */
  | { readonly fails: number }
  /** Nothing is awaited but that the bytes are sent. */
  | { readonly sentWithinMs: number };

/** What came of a call, as the client tells it. */
export type Outcome = Came & { readonly ms: number };

export type Came =
  | { readonly returned: Plain }
  | { readonly threw: string; readonly value: PlainStruct }
  | { readonly failed: number; readonly message: string }
  /** No answer, or none that the client could read. */
  | { readonly broken: string };
