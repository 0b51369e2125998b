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

export const Scalars: t.StructType<Scalars> = /* @__PURE__ */ t.struct(
  "Scalars",
  () => [
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
  ],
  { codec: scalarsCodec },
);

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

export const Node: t.StructType<Node> = /* @__PURE__ */ t.struct(
  "Node",
  () => [
    t.field(1, "name", t.string),
    t.field(2, "next", Node, { requiredness: "optional" }),
    t.field(3, "children", t.list(Node), { default: [] }),
    t.field(4, "ids", t.set(t.i64), { default: new Set<bigint>([1n, 2n]) }),
    t.field(5, "byName", t.map(t.string, t.map(t.i64Number, ColorType))),
    t.field(6, "problem", ProblemType, { requiredness: "optional" }),
    t.field(7, "shape", Shape, { requiredness: "optional" }),
    t.field(8, "rows", t.list(t.list(Scalars))),
  ],
  { codec: nodeCodec },
);

export type Shape =
  | { field: "node"; value: Node }
  | { field: "sizes"; value: Map<number, Count> }
  | { field: "text"; value: string }
  | t.UnknownField;

export const Shape: t.UnionType<Shape> = /* @__PURE__ */ t.union(
  "Shape",
  () => [
    t.field(1, "node", Node, { requiredness: "optional" }),
    t.field(2, "sizes", t.map(t.i32, t.i64Number), { requiredness: "optional" }),
    t.field(3, "text", t.string, { requiredness: "optional" }),
  ],
  { codec: shapeCodec },
);

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

export const ProblemType: t.ExceptionType<Problem> = /* @__PURE__ */ t.exception(
  "Problem",
  Problem,
  () => [
    t.field(1, "name", t.string),
    t.field(2, "message", t.string, { requiredness: "optional" }),
    t.field(3, "codes", t.list(t.i32), { requiredness: "required", default: [1] }),
  ],
  { codec: problemCodec },
);

export class Silent extends Error {
  declare readonly name: "Silent";

  constructor(_fields: Record<string, never> = {}, options?: ErrorOptions) {
    super(undefined, options);
  }
}

export const SilentType: t.ExceptionType<Silent> = /* @__PURE__ */ t.exception("Silent", Silent, () => [], {
  codec: silentCodec,
});

export const SOME: bigint[] = [1n, 2n];

function scalarsCodec($: t.CodecTools): t.FieldsetCodec {
  const $i64Number0 = $.i64Number;
  const $default1 = $.default(11);
  const $property2 = $.property("constructor");
  const $makeDefault3 = $.makeDefault(10);
  const $makeDefault4 = $.makeDefault(11);
  const $Some = $.maker(function (
    f0, f1, f2, f3, f4, f5, f6, f7,
    f8, f9, f10, f11, f12,
  ) {
    if (f0 !== undefined) this["a"] = f0;
    if (f1 !== undefined) this["b"] = f1;
    if (f2 !== undefined) this["c"] = f2;
    if (f3 !== undefined) this["d"] = f3;
    if (f4 !== undefined) this["e"] = f4;
    if (f5 !== undefined) this["f"] = f5;
    if (f6 !== undefined) this["g"] = f6;
    if (f7 !== undefined) this["h"] = f7;
    if (f8 !== undefined) this["i"] = f8;
    if (f9 !== undefined) this["j"] = f9;
    if (f10 !== undefined) this["color"] = f10;
    if (f11 !== undefined) this["withDefault"] = f11;
    if (f12 !== undefined) $property2.set(this, f12);
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["a"];
      if (f0 === undefined) $.missing("a");
      w.boolField(1, f0 as boolean);
      const f1 = v["b"];
      if (f1 !== undefined) {
        w.fieldBegin(3, 2);
        w.i8(f1 as number);
        w.fieldEnd();
      }
      const f2 = v["c"];
      if (f2 !== undefined) {
        w.fieldBegin(6, 3);
        w.i16(f2 as number);
        w.fieldEnd();
      }
      const f3 = v["d"];
      if (f3 !== undefined) {
        w.fieldBegin(8, 4);
        w.i32(f3 as number);
        w.fieldEnd();
      }
      const f4 = v["e"];
      if (f4 !== undefined) {
        w.fieldBegin(10, 5);
        w.i64(f4 as bigint | number);
        w.fieldEnd();
      }
      const f5 = v["f"];
      if (f5 !== undefined) {
        w.fieldBegin(10, 6);
        w.i64($i64Number0(f5));
        w.fieldEnd();
      }
      const f6 = v["g"];
      if (f6 !== undefined) {
        w.fieldBegin(4, 7);
        w.double(f6 as number);
        w.fieldEnd();
      }
      const f7 = v["h"];
      if (f7 !== undefined) {
        w.fieldBegin(11, 8);
        w.string(f7 as string);
        w.fieldEnd();
      }
      const f8 = v["i"];
      if (f8 !== undefined) {
        w.fieldBegin(11, 9);
        w.binary(f8 as Uint8Array);
        w.fieldEnd();
      }
      const f9 = v["j"];
      if (f9 !== undefined) {
        w.fieldBegin(16, 10);
        w.uuid(f9 as string);
        w.fieldEnd();
      }
      const f10 = v["color"];
      if (f10 !== undefined) {
        w.fieldBegin(8, 11);
        w.i32(f10 as number);
        w.fieldEnd();
      }
      let f11 = v["withDefault"];
      if (f11 === undefined) f11 = $default1;
      w.fieldBegin(8, 12);
      w.i32(f11 as number);
      w.fieldEnd();
      const f12 = $property2.get(v);
      if (f12 !== undefined) {
        w.fieldBegin(10, 13);
        w.i64(f12 as bigint | number);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      let f2: unknown;
      let f3: unknown;
      let f4: unknown;
      let f5: unknown;
      let f6: unknown;
      let f7: unknown;
      let f8: unknown;
      let f9: unknown;
      let f10: unknown;
      let f11: unknown;
      let f12: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 131073) break inOrder;
        f0 = r.bool();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 196610) break inOrder;
        f1 = r.i8();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 393219) break inOrder;
        f2 = r.i16();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 524292) break inOrder;
        f3 = r.i32();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 655365) break inOrder;
        f4 = r.i64();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 655366) break inOrder;
        f5 = r.i64Number();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 262151) break inOrder;
        f6 = r.double();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 720904) break inOrder;
        f7 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 720905) break inOrder;
        f8 = r.binary();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 1048586) break inOrder;
        f9 = r.uuid();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h === 524299) {
          f10 = r.i32();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 524300) break inOrder;
        f11 = r.i32();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 655373) break inOrder;
        f12 = r.i64();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        if (f10 === undefined) break inOrder;
        r.structEnd();
        return {
          "a": f0,
          "b": f1,
          "c": f2,
          "d": f3,
          "e": f4,
          "f": f5,
          "g": f6,
          "h": f7,
          "i": f8,
          "j": f9,
          "color": f10,
          "withDefault": f11,
          "constructor": f12,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 131073:
            f0 = r.bool();
            break;
          case 196610:
            f1 = r.i8();
            break;
          case 393219:
            f2 = r.i16();
            break;
          case 524292:
            f3 = r.i32();
            break;
          case 655365:
            f4 = r.i64();
            break;
          case 655366:
            f5 = r.i64Number();
            break;
          case 262151:
            f6 = r.double();
            break;
          case 720904:
            f7 = r.string();
            break;
          case 720905:
            f8 = r.binary();
            break;
          case 1048586:
            f9 = r.uuid();
            break;
          case 524299:
            f10 = r.i32();
            break;
          case 524300:
            f11 = r.i32();
            break;
          case 655373:
            f12 = r.i64();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      if (f0 === undefined) $.missing("a", r.offset);
      if (f10 === undefined) f10 = $makeDefault3();
      if (f11 === undefined) f11 = $makeDefault4();
      return new $Some(
        f0, f1, f2, f3, f4, f5, f6, f7,
        f8, f9, f10, f11, f12,
      );
    },
  };
}

function nodeCodec($: t.CodecTools): t.FieldsetCodec {
  const $property0 = $.property("name");
  const { write: $write0, read: $read0 } = $.codecOf(Node);
  const $default1 = $.default(2);
  const $default2 = $.default(3);
  const $i64Number3 = $.i64Number;
  const { write: $write1, read: $read1 } = $.codecOf(ProblemType);
  const { write: $write2, read: $read2 } = $.codecOf(Shape);
  const { write: $write3, read: $read3 } = $.codecOf(Scalars);
  const $makeDefault4 = $.makeDefault(2);
  const $makeDefault5 = $.makeDefault(3);
  function $container2(r: t.ProtocolReader): unknown {
    const n12 = r.listBegin(12);
    const a12 = new Array<unknown>(n12);
    for (let i12 = 0; i12 < n12; i12++) {
      a12[i12] = $read0(r);
    }
    r.listEnd();
    return a12;
  }
  function $container3(r: t.ProtocolReader): unknown {
    const n13 = r.setBegin(10);
    const a13 = new Set<unknown>();
    const g13 = n13 > 256 ? $.guard(a13, r) : undefined;
    let x13 = g13 === undefined ? undefined : g13.exactFirst();
    for (let i13 = 0; i13 < n13; i13++) {
      if (x13 !== undefined) {
        x13.add(r.i64());
      } else {
        a13.add(r.i64());
        if ((i13 & 255) === 255 && g13 !== undefined) x13 = g13.exactNext();
      }
    }
    x13?.end();
    r.setEnd();
    return a13;
  }
  function $container4(r: t.ProtocolReader): unknown {
    const n14 = r.mapBegin(11, 13);
    const a14 = new Map<unknown, unknown>();
    for (let i14 = 0; i14 < n14; i14++) {
      const k14 = r.string();
      const n15 = r.mapBegin(10, 8);
      const a15 = new Map<unknown, unknown>();
      const g15 = n15 > 256 ? $.guard(a15, r) : undefined;
      let x15 = g15 === undefined ? undefined : g15.exactFirst();
      for (let i15 = 0; i15 < n15; i15++) {
        const k15 = r.i64Number();
        if (x15 !== undefined) {
          x15.add(k15, r.i32());
        } else {
          a15.set(k15, r.i32());
          if ((i15 & 255) === 255 && g15 !== undefined) x15 = g15.exactNext();
        }
      }
      x15?.end();
      r.mapEnd();
      a14.set(k14, a15);
    }
    r.mapEnd();
    return a14;
  }
  function $container7(r: t.ProtocolReader): unknown {
    const n16 = r.listBegin(15);
    const a16 = new Array<unknown>(n16);
    for (let i16 = 0; i16 < n16; i16++) {
      const n17 = r.listBegin(12);
      const a17 = new Array<unknown>(n17);
      for (let i17 = 0; i17 < n17; i17++) {
        a17[i17] = $read3(r);
      }
      r.listEnd();
      a16[i16] = a17;
    }
    r.listEnd();
    return a16;
  }
  const $Some = $.maker(function (f0, f1, f2, f3, f4, f5, f6, f7) {
    if (f0 !== undefined) $property0.set(this, f0);
    if (f1 !== undefined) this["next"] = f1;
    if (f2 !== undefined) this["children"] = f2;
    if (f3 !== undefined) this["ids"] = f3;
    if (f4 !== undefined) this["byName"] = f4;
    if (f5 !== undefined) this["problem"] = f5;
    if (f6 !== undefined) this["shape"] = f6;
    if (f7 !== undefined) this["rows"] = f7;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = $property0.get(v);
      if (f0 !== undefined) {
        w.fieldBegin(11, 1);
        w.string(f0 as string);
        w.fieldEnd();
      }
      const f1 = v["next"];
      if (f1 !== undefined) {
        w.fieldBegin(12, 2);
        $write0(w, f1);
        w.fieldEnd();
      }
      let f2 = v["children"];
      if (f2 === undefined) f2 = $default1;
      w.fieldBegin(15, 3);
      const a0 = f2;
      if (!Array.isArray(a0)) $.wrong("list", a0);
      const n0 = a0.length;
      w.listBegin(12, n0);
      for (let i0 = 0; i0 < n0; i0++) {
        $write0(w, a0[i0]);
      }
      w.listEnd();
      w.fieldEnd();
      let f3 = v["ids"];
      if (f3 === undefined) f3 = $default2;
      w.fieldBegin(14, 4);
      const a1 = f3;
      if (!(a1 instanceof Set || Array.isArray(a1))) $.wrong("set", a1);
      const n1 = a1 instanceof Set ? a1.size : a1.length;
      let c1 = 0;
      w.setBegin(10, n1);
      for (const e1 of a1) {
        w.i64(e1 as bigint | number);
        c1++;
      }
      if (c1 !== n1) $.wrong(`${n1} elements in a set`, c1);
      w.setEnd();
      w.fieldEnd();
      const f4 = v["byName"];
      if (f4 !== undefined) {
        w.fieldBegin(13, 5);
        const a2 = f4;
        if (!(a2 instanceof Map)) $.wrong("map", a2);
        const n2 = a2.size;
        let c2 = 0;
        w.mapBegin(11, 13, n2);
        for (const e2 of a2) {
          w.string(e2[0] as string);
          const a3 = e2[1];
          if (!(a3 instanceof Map)) $.wrong("map", a3);
          const n3 = a3.size;
          let c3 = 0;
          w.mapBegin(10, 8, n3);
          for (const e3 of a3) {
            w.i64($i64Number3(e3[0]));
            w.i32(e3[1] as number);
            c3++;
          }
          if (c3 !== n3) $.wrong(`${n3} entries in a map`, c3);
          w.mapEnd();
          c2++;
        }
        if (c2 !== n2) $.wrong(`${n2} entries in a map`, c2);
        w.mapEnd();
        w.fieldEnd();
      }
      const f5 = v["problem"];
      if (f5 !== undefined) {
        w.fieldBegin(12, 6);
        $write1(w, f5);
        w.fieldEnd();
      }
      const f6 = v["shape"];
      if (f6 !== undefined) {
        w.fieldBegin(12, 7);
        $write2(w, f6);
        w.fieldEnd();
      }
      const f7 = v["rows"];
      if (f7 !== undefined) {
        w.fieldBegin(15, 8);
        const a4 = f7;
        if (!Array.isArray(a4)) $.wrong("list", a4);
        const n4 = a4.length;
        w.listBegin(15, n4);
        for (let i4 = 0; i4 < n4; i4++) {
          const a5 = a4[i4];
          if (!Array.isArray(a5)) $.wrong("list", a5);
          const n5 = a5.length;
          w.listBegin(12, n5);
          for (let i5 = 0; i5 < n5; i5++) {
            $write3(w, a5[i5]);
          }
          w.listEnd();
        }
        w.listEnd();
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      let f2: unknown;
      let f3: unknown;
      let f4: unknown;
      let f5: unknown;
      let f6: unknown;
      let f7: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h === 786434) {
          f1 = $read0(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 983043) break inOrder;
        const n6 = r.listBegin(12);
        const a6 = new Array<unknown>(n6);
        for (let i6 = 0; i6 < n6; i6++) {
          a6[i6] = $read0(r);
        }
        r.listEnd();
        f2 = a6;
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 917508) break inOrder;
        const n7 = r.setBegin(10);
        const a7 = new Set<unknown>();
        const g7 = n7 > 256 ? $.guard(a7, r) : undefined;
        let x7 = g7 === undefined ? undefined : g7.exactFirst();
        for (let i7 = 0; i7 < n7; i7++) {
          if (x7 !== undefined) {
            x7.add(r.i64());
          } else {
            a7.add(r.i64());
            if ((i7 & 255) === 255 && g7 !== undefined) x7 = g7.exactNext();
          }
        }
        x7?.end();
        r.setEnd();
        f3 = a7;
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 851973) break inOrder;
        const n8 = r.mapBegin(11, 13);
        const a8 = new Map<unknown, unknown>();
        for (let i8 = 0; i8 < n8; i8++) {
          const k8 = r.string();
          const n9 = r.mapBegin(10, 8);
          const a9 = new Map<unknown, unknown>();
          const g9 = n9 > 256 ? $.guard(a9, r) : undefined;
          let x9 = g9 === undefined ? undefined : g9.exactFirst();
          for (let i9 = 0; i9 < n9; i9++) {
            const k9 = r.i64Number();
            if (x9 !== undefined) {
              x9.add(k9, r.i32());
            } else {
              a9.set(k9, r.i32());
              if ((i9 & 255) === 255 && g9 !== undefined) x9 = g9.exactNext();
            }
          }
          x9?.end();
          r.mapEnd();
          a8.set(k8, a9);
        }
        r.mapEnd();
        f4 = a8;
        r.fieldEnd();
        h = r.fieldBegin();
        if (h === 786438) {
          f5 = $read1(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h === 786439) {
          f6 = $read2(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 983048) break inOrder;
        const n10 = r.listBegin(15);
        const a10 = new Array<unknown>(n10);
        for (let i10 = 0; i10 < n10; i10++) {
          const n11 = r.listBegin(12);
          const a11 = new Array<unknown>(n11);
          for (let i11 = 0; i11 < n11; i11++) {
            a11[i11] = $read3(r);
          }
          r.listEnd();
          a10[i10] = a11;
        }
        r.listEnd();
        f7 = a10;
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        if (f1 === undefined) break inOrder;
        if (f5 === undefined) break inOrder;
        if (f6 === undefined) break inOrder;
        r.structEnd();
        return {
          "name": f0,
          "next": f1,
          "children": f2,
          "ids": f3,
          "byName": f4,
          "problem": f5,
          "shape": f6,
          "rows": f7,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          case 786434:
            f1 = $read0(r);
            break;
          case 983043:
            f2 = $container2(r);
            break;
          case 917508:
            f3 = $container3(r);
            break;
          case 851973:
            f4 = $container4(r);
            break;
          case 786438:
            f5 = $read1(r);
            break;
          case 786439:
            f6 = $read2(r);
            break;
          case 983048:
            f7 = $container7(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      if (f2 === undefined) f2 = $makeDefault4();
      if (f3 === undefined) f3 = $makeDefault5();
      return new $Some(f0, f1, f2, f3, f4, f5, f6, f7);
    },
  };
}

function shapeCodec($: t.CodecTools): t.FieldsetCodec {
  const { write: $write0, read: $read0 } = $.codecOf(Node);
  const $i64Number0 = $.i64Number;
  function $container1(r: t.ProtocolReader): unknown {
    const n1 = r.mapBegin(8, 10);
    const a1 = new Map<unknown, unknown>();
    const g1 = n1 > 256 ? $.guard(a1, r) : undefined;
    let x1 = g1 === undefined ? undefined : g1.exactFirst();
    for (let i1 = 0; i1 < n1; i1++) {
      const k1 = r.i32();
      if (x1 !== undefined) {
        x1.add(k1, r.i64Number());
      } else {
        a1.set(k1, r.i64Number());
        if ((i1 & 255) === 255 && g1 !== undefined) x1 = g1.exactNext();
      }
    }
    x1?.end();
    r.mapEnd();
    return a1;
  }
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("union", v);
      w.structBegin();
      switch (v["field"]) {
        case "node": {
          const f0 = v["value"];
          w.fieldBegin(12, 1);
          $write0(w, f0);
          w.fieldEnd();
          break;
        }
        case "sizes": {
          const f1 = v["value"];
          w.fieldBegin(13, 2);
          const a0 = f1;
          if (!(a0 instanceof Map)) $.wrong("map", a0);
          const n0 = a0.size;
          let c0 = 0;
          w.mapBegin(8, 10, n0);
          for (const e0 of a0) {
            w.i32(e0[0] as number);
            w.i64($i64Number0(e0[1]));
            c0++;
          }
          if (c0 !== n0) $.wrong(`${n0} entries in a map`, c0);
          w.mapEnd();
          w.fieldEnd();
          break;
        }
        case "text": {
          const f2 = v["value"];
          w.fieldBegin(11, 3);
          w.string(f2 as string);
          w.fieldEnd();
          break;
        }
        default:
          $.wrong('the name of a field in "field"', v["field"]);
      }
      w.structEnd();
    },
    read(r) {
      let n = 0;
      let u: unknown = { field: undefined, value: undefined };
      r.structBegin();
      for (let h = r.fieldBegin(); h !== 0; h = r.fieldBegin()) {
        switch (h) {
          case 786433:
            n++;
            u = { field: "node", value: $read0(r) };
            break;
          case 851970:
            n++;
            u = { field: "sizes", value: $container1(r) };
            break;
          case 720899:
            n++;
            u = { field: "text", value: r.string() };
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
      }
      r.structEnd();
      if (n > 1) $.arms(n, r.offset);
      return u;
    },
  };
}

function problemCodec($: t.CodecTools): t.FieldsetCodec {
  const $property0 = $.property("name");
  const $property1 = $.property("message");
  const $default2 = $.default(2);
  const $makeDefault3 = $.makeDefault(2);
  const $Exception = $.exceptionClass();
  function $container2(r: t.ProtocolReader): unknown {
    const n2 = r.listBegin(8);
    const a2 = new Array<unknown>(n2);
    for (let i2 = 0; i2 < n2; i2++) {
      a2[i2] = r.i32();
    }
    r.listEnd();
    return a2;
  }
  const $Some = $.maker(function (f0, f1, f2) {
    if (f0 !== undefined) $property0.set(this, f0);
    if (f1 !== undefined) $property1.set(this, f1);
    if (f2 !== undefined) this["codes"] = f2;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("exception", v);
      w.structBegin();
      const f0 = $property0.get(v);
      if (f0 !== undefined) {
        w.fieldBegin(11, 1);
        w.string(f0 as string);
        w.fieldEnd();
      }
      const f1 = $property1.get(v);
      if (f1 !== undefined) {
        w.fieldBegin(11, 2);
        w.string(f1 as string);
        w.fieldEnd();
      }
      let f2 = v["codes"];
      if (f2 === undefined) f2 = $default2;
      w.fieldBegin(15, 3);
      const a0 = f2;
      if (!Array.isArray(a0)) $.wrong("list", a0);
      const n0 = a0.length;
      w.listBegin(8, n0);
      for (let i0 = 0; i0 < n0; i0++) {
        w.i32(a0[i0] as number);
      }
      w.listEnd();
      w.fieldEnd();
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      let f2: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h === 720898) {
          f1 = r.string();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 983043) break inOrder;
        const n1 = r.listBegin(8);
        const a1 = new Array<unknown>(n1);
        for (let i1 = 0; i1 < n1; i1++) {
          a1[i1] = r.i32();
        }
        r.listEnd();
        f2 = a1;
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        if (f1 === undefined) break inOrder;
        r.structEnd();
        return new $Exception({
          "name": f0,
          "message": f1,
          "codes": f2,
        });
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          case 720898:
            f1 = r.string();
            break;
          case 983043:
            f2 = $container2(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      if (f2 === undefined) f2 = $makeDefault3();
      return new $Exception(new $Some(f0, f1, f2));
    },
  };
}

function silentCodec($: t.CodecTools): t.FieldsetCodec {
  const $Exception = $.exceptionClass();
  const $Some = $.maker(function () {
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("exception", v);
      w.structBegin();
      w.structEnd();
    },
    read(r) {
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 0) break inOrder;
        r.structEnd();
        return new $Exception({
        });
      }
      while (h !== 0) {
        switch (h) {
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Exception(new $Some());
    },
  };
}
