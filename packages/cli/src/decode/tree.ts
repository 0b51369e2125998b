import type { Type } from "@seapink/schema";

// What was found in the bytes. Nodes are put in their place before they are filled, so that what could be read is there when
// the bytes end early. Offsets are those of the input; absent where the bytes are not in it as they stand: compressed, or joined.

export interface ScalarNode {
  readonly kind: "scalar";
  /** As the IDL or the wire calls it. */
  readonly type: string;
  /** By the JSON mapping; bytes of which nothing is known as hex. */
  readonly value: Scalar;
  /** As a person reads it. */
  readonly text: string;
}

export type Scalar = string | number | bigint | boolean;

export interface FieldNode {
  readonly offset: number | undefined;
  readonly id: number;
  /** If the IDL has it. */
  readonly name: string | undefined;
  /** Whether the IDL has a field of this id with another type. */
  readonly isOther: boolean;
  /** Of the wire. */
  readonly type: string;
  value: Node | undefined;
}

export interface StructNode {
  readonly kind: "struct";
  /** Its name, or `struct`. */
  readonly type: string;
  readonly isUnion: boolean;
  readonly fields: FieldNode[];
}

export interface ListNode {
  readonly kind: "list";
  readonly type: string;
  readonly size: number;
  readonly items: { readonly offset: number | undefined; value: Node | undefined }[];
}

export interface MapNode {
  readonly kind: "map";
  readonly type: string;
  readonly size: number;
  readonly entries: { readonly offset: number | undefined; key: Node | undefined; value: Node | undefined }[];
}

export type Node = ScalarNode | StructNode | ListNode | MapNode;

/** Some bytes, and where in the input they begin. */
export interface Region {
  readonly bytes: Uint8Array;
  readonly base: number | undefined;
}

/** Something that has a name of its own: a frame, a message, the metadata of one. */
export interface Part {
  /** For programs: `frame`, `message`, `metadata`, `payload`, … */
  readonly part: string;
  readonly offset: number | undefined;
  /** In words. */
  readonly title: string;
  /** For programs. */
  readonly facts: Readonly<Record<string, unknown>>;
  struct: StructNode | undefined;
  readonly parts: Part[];
}

/** A part to be filled. */
export function part(
  name: string,
  offset: number | undefined,
  title: string,
  facts: Readonly<Record<string, unknown>> = {},
): Part {
  return { part: name, offset, title, facts, struct: undefined, parts: [] };
}

export function structNode(type: Type | undefined): StructNode {
  const name = type !== undefined && "name" in type ? type.name : "struct";
  return { kind: "struct", type: name, isUnion: type?.kind === "union", fields: [] };
}

/** A part of some bytes. */
export function slice({ bytes, base }: Region, start: number, end: number = bytes.length): Region {
  return { bytes: bytes.subarray(start, end), base: base === undefined ? undefined : base + start };
}

export function offsetIn({ base }: Region, offset: number): number | undefined {
  return base === undefined ? undefined : base + offset;
}
