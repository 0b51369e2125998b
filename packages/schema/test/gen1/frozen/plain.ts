// Generated from types.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import * as t from "@seapink/schema/gen1";

/** All that types of the first generation ask of schema. */
export type Count = number;

export type Nodes = Node[];

/** The colors that there are. */
export const Color = {
  RED: 0,
  /** As grass is. */
  GREEN: 5,
} as const;
export type Color = (typeof Color)[keyof typeof Color];

export const ColorType: t.EnumType = /* @__PURE__ */ t.enumType("Color", Color, {
  annotations: /* @__PURE__ */ t.annotations(["paint", "oil"]),
});

export interface Scalars {
  a: boolean;
  b: number;
  c: number;
  d: number;
  e: bigint;
  f: Count;
  g: number;
  h: string;
  i: Uint8Array;
  j: string;
  /** @defaultValue `Color.GREEN` */
  color?: Color | undefined;
  /** @defaultValue `7` */
  withDefault?: number | undefined;
  constructor: bigint;
}

export const Scalars: t.StructType<Scalars> = /* @__PURE__ */ t.struct("Scalars", () => [
  t.field(1, "a", t.bool, { requiredness: "required" }),
  t.field(2, "b", t.i8),
  t.field(3, "c", t.i16),
  t.field(4, "d", t.i32),
  t.field(5, "e", t.i64),
  t.field(6, "f", t.i64Number),
  t.field(7, "g", t.double),
  t.field(8, "h", t.string),
  t.field(9, "i", t.binary),
  t.field(10, "j", t.uuid),
  t.field(11, "color", ColorType, { requiredness: "optional", default: Color.GREEN }),
  t.field(12, "withDefault", t.i32, { requiredness: "required", default: 7 }),
  t.field(13, "constructor", t.i64, { annotations: t.annotations(["key", "a", "b"]) }),
]);

export interface Node {
  name: string;
  next?: Node | undefined;
  /** @defaultValue `[]` */
  children?: Nodes | undefined;
  /** @defaultValue `new Set<bigint>([1n, 2n])` */
  ids?: Set<bigint> | undefined;
  byName: Map<string, Map<Count, Color>>;
  problem?: Problem | undefined;
  shape?: Shape | undefined;
  rows: Scalars[][];
}

export const Node: t.StructType<Node> = /* @__PURE__ */ t.struct("Node", () => [
  t.field(1, "name", t.string),
  t.field(2, "next", Node, { requiredness: "optional" }),
  t.field(3, "children", t.list(Node), { default: [] }),
  t.field(4, "ids", t.set(t.i64), { default: new Set<bigint>([1n, 2n]) }),
  t.field(5, "byName", t.map(t.string, t.map(t.i64Number, ColorType))),
  t.field(6, "problem", ProblemType, { requiredness: "optional" }),
  t.field(7, "shape", Shape, { requiredness: "optional" }),
  t.field(8, "rows", t.list(t.list(Scalars))),
]);

export type Shape =
  | { field: "node"; value: Node }
  | { field: "sizes"; value: Map<number, Count> }
  | { field: "text"; value: string }
  | t.UnknownField;

export const Shape: t.UnionType<Shape> = /* @__PURE__ */ t.union("Shape", () => [
  t.field(1, "node", Node, { requiredness: "optional" }),
  t.field(2, "sizes", t.map(t.i32, t.i64Number), { requiredness: "optional" }),
  t.field(3, "text", t.string, { requiredness: "optional" }),
]);

/** Nothing of this name. */
export class Problem extends Error {
  declare name: string;
  declare message: string;
  /** @defaultValue `[1]` */
  declare codes?: number[] | undefined;

  constructor(
    fields: { name: string; message?: string | undefined; codes?: number[] | undefined },
    options?: ErrorOptions,
  ) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const ProblemType: t.ExceptionType<Problem> = /* @__PURE__ */ t.exception("Problem", Problem, () => [
  t.field(1, "name", t.string),
  t.field(2, "message", t.string, { requiredness: "optional" }),
  t.field(3, "codes", t.list(t.i32), { requiredness: "required", default: [1] }),
]);

export class Silent extends Error {
  declare readonly name: "Silent";

  constructor(_fields: Record<string, never> = {}, options?: ErrorOptions) {
    super(undefined, options);
  }
}

export const SilentType: t.ExceptionType<Silent> = /* @__PURE__ */ t.exception("Silent", Silent, () => []);

export const SOME: bigint[] = [1n, 2n];
