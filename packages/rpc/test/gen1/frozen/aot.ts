// Generated from services.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import type { Client, Implementation, InteractionClient, InteractionHandler } from "@seapink/rpc/gen1";
import * as t from "@seapink/schema/gen1";

/** All that services of the first generation ask of rpc and schema. */
export class Missing extends Error {
  declare readonly name: "Missing";
  declare key: string;

  constructor(fields: { key: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const MissingType: t.ExceptionType<Missing> = /* @__PURE__ */ t.exception(
  "Missing",
  Missing,
  () => [t.field(1, "key", t.string)],
  { codec: missingCodec },
);

export class Broken extends Error {
  declare readonly name: "Broken";

  constructor(_fields: Record<string, never> = {}, options?: ErrorOptions) {
    super(undefined, options);
  }
}

export const BrokenType: t.ExceptionType<Broken> = /* @__PURE__ */ t.exception("Broken", Broken, () => [], {
  codec: brokenCodec,
});

/** The signatures: `CursorClient` is what calls them, `CursorHandler` what implements them. */
export interface CursorMethods {
  seek: { kind: "call"; args: { delta: bigint }; returns: bigint };
  lines: {
    kind: "stream";
    args: {
      /** @defaultValue `2` */
      count?: number | undefined;
    };
    returns: undefined;
    stream: string;
    throws: Missing;
    streamThrows: Broken;
    defaults: "count";
  };
}
export type CursorClient = InteractionClient<CursorMethods>;
export type CursorHandler = InteractionHandler<CursorMethods>;

export const Cursor: t.InteractionType<CursorMethods> = /* @__PURE__ */ t.interaction("Cursor", () => [
  t.method("seek", {
    args: [t.field(1, "delta", t.i64)],
    returns: t.i64,
    codecs: { args: cursorSeekArgsCodec, result: cursorSeekResultCodec },
  }),
  t.method("lines", {
    args: [t.field(1, "count", t.i32, { default: 2 })],
    throws: [t.field(1, "missing", MissingType)],
    stream: { of: t.string, throws: [t.field(1, "broken", BrokenType)] },
    codecs: { args: cursorLinesArgsCodec, result: cursorLinesResultCodec, streamItem: cursorLinesStreamItemCodec },
  }),
]);

/** The signatures: `BaseClient` is what calls them, `BaseHandler` what implements them. */
export interface BaseMethods {
  ping: { kind: "call"; args: Record<string, never>; returns: undefined };
  get: { kind: "call"; args: { key: string }; returns: string; throws: Missing };
}
export type BaseClient = Client<BaseMethods>;
export type BaseHandler = Implementation<BaseMethods>;

export const Base: t.ServiceType<BaseMethods> = /* @__PURE__ */ t.service(
  "Base",
  () => [
    t.method("ping", { codecs: { args: emptyCodec, result: emptyCodec } }),
    t.method("get", {
      args: [t.field(1, "key", t.string)],
      returns: t.string,
      throws: [t.field(1, "missing", MissingType)],
      codecs: { args: baseGetArgsCodec, result: baseGetResultCodec },
    }),
  ],
  { annotations: /* @__PURE__ */ t.annotations(["base", "1"]) },
);

/** The signatures: `StoreClient` is what calls them, `StoreHandler` what implements them. */
export interface StoreMethods extends BaseMethods {
  note: { kind: "oneway"; args: { text: string }; returns: undefined };
  tail: { kind: "stream"; args: { key: string }; returns: number; stream: string; streamThrows: Broken };
  add: {
    kind: "sink";
    args: Record<string, never>;
    returns: undefined;
    sink: string;
    final: number;
    finalThrows: Broken;
  };
  shout: { kind: "bidi"; args: Record<string, never>; returns: undefined; stream: string; sink: string };
  open: {
    kind: "call";
    args: {
      /** @defaultValue `"a"` */
      key?: string | undefined;
    };
    returns: number;
    creates: CursorMethods;
    defaults: "key";
  };
  createCursor: { kind: "constructor"; creates: CursorMethods };
}
export type StoreClient = Client<StoreMethods>;
export type StoreHandler = Implementation<StoreMethods>;

export const Store: t.ServiceType<StoreMethods> = /* @__PURE__ */ t.service(
  "Store",
  () => [
    t.method("note", {
      kind: "oneway",
      args: [t.field(1, "text", t.string)],
      codecs: { args: storeNoteArgsCodec, result: emptyCodec },
    }),
    t.method("tail", {
      args: [t.field(1, "key", t.string)],
      returns: t.i32,
      stream: { of: t.string, throws: [t.field(1, "broken", BrokenType)] },
      codecs: { args: storeTailArgsCodec, result: storeTailResultCodec, streamItem: storeTailStreamItemCodec },
    }),
    t.method("add", {
      sink: { of: t.string, final: t.i32, finalThrows: [t.field(1, "broken", BrokenType)] },
      codecs: {
        args: emptyCodec,
        result: emptyCodec,
        sinkItem: storeAddSinkItemCodec,
        finalResponse: storeAddFinalResponseCodec,
      },
    }),
    t.method("shout", {
      stream: { of: t.string },
      sink: { of: t.string },
      codecs: {
        args: emptyCodec,
        result: emptyCodec,
        streamItem: storeShoutStreamItemCodec,
        sinkItem: storeShoutSinkItemCodec,
      },
    }),
    t.method("open", {
      args: [t.field(1, "key", t.string, { default: "a" })],
      returns: t.i32,
      creates: Cursor,
      codecs: { args: storeOpenArgsCodec, result: storeOpenResultCodec },
    }),
  ],
  { extends: Base, performs: [Cursor] },
);

function missingCodec($: t.CodecTools): t.FieldsetCodec {
  const $Exception = $.exceptionClass();
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["key"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("exception", v);
      w.structBegin();
      const f0 = v["key"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 1);
        w.string(f0 as string);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        r.structEnd();
        return new $Exception({
          "key": f0,
        });
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Exception(new $Some(f0));
    },
  };
}

function brokenCodec($: t.CodecTools): t.FieldsetCodec {
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

function cursorSeekArgsCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["delta"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["delta"];
      if (f0 !== undefined) {
        w.fieldBegin(10, 1);
        w.i64(f0 as bigint | number);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 655361) break inOrder;
        f0 = r.i64();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        r.structEnd();
        return {
          "delta": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 655361:
            f0 = r.i64();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function cursorSeekResultCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["success"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(10, 0);
        w.i64(f0 as bigint | number);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 655360) {
          f0 = r.i64();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 655360:
            f0 = r.i64();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function cursorLinesArgsCodec($: t.CodecTools): t.FieldsetCodec {
  const $default0 = $.default(0);
  const $makeDefault1 = $.makeDefault(0);
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["count"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      let f0 = v["count"];
      if (f0 === undefined) f0 = $default0;
      w.fieldBegin(8, 1);
      w.i32(f0 as number);
      w.fieldEnd();
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 524289) break inOrder;
        f0 = r.i32();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        r.structEnd();
        return {
          "count": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 524289:
            f0 = r.i32();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      if (f0 === undefined) f0 = $makeDefault1();
      return new $Some(f0);
    },
  };
}

function cursorLinesResultCodec($: t.CodecTools): t.FieldsetCodec {
  const { write: $write0, read: $read0 } = $.codecOf(MissingType);
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["missing"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["missing"];
      if (f0 !== undefined) {
        w.fieldBegin(12, 1);
        $write0(w, f0);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 786433) {
          f0 = $read0(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        r.structEnd();
        return {
          "missing": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 786433:
            f0 = $read0(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function cursorLinesStreamItemCodec($: t.CodecTools): t.FieldsetCodec {
  const { write: $write0, read: $read0 } = $.codecOf(BrokenType);
  const $Some = $.maker(function (f0, f1) {
    if (f0 !== undefined) this["success"] = f0;
    if (f1 !== undefined) this["broken"] = f1;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 0);
        w.string(f0 as string);
        w.fieldEnd();
      }
      const f1 = v["broken"];
      if (f1 !== undefined) {
        w.fieldBegin(12, 1);
        $write0(w, f1);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 720896) {
          f0 = r.string();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h === 786433) {
          f1 = $read0(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        if (f1 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
          "broken": f1,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720896:
            f0 = r.string();
            break;
          case 786433:
            f1 = $read0(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0, f1);
    },
  };
}

function emptyCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function () {
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      w.structEnd();
    },
    read(r) {
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 0) break inOrder;
        r.structEnd();
        return {
        };
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
      return new $Some();
    },
  };
}

function baseGetArgsCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["key"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["key"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 1);
        w.string(f0 as string);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        r.structEnd();
        return {
          "key": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function baseGetResultCodec($: t.CodecTools): t.FieldsetCodec {
  const { write: $write0, read: $read0 } = $.codecOf(MissingType);
  const $Some = $.maker(function (f0, f1) {
    if (f0 !== undefined) this["success"] = f0;
    if (f1 !== undefined) this["missing"] = f1;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 0);
        w.string(f0 as string);
        w.fieldEnd();
      }
      const f1 = v["missing"];
      if (f1 !== undefined) {
        w.fieldBegin(12, 1);
        $write0(w, f1);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 720896) {
          f0 = r.string();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h === 786433) {
          f1 = $read0(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        if (f1 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
          "missing": f1,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720896:
            f0 = r.string();
            break;
          case 786433:
            f1 = $read0(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0, f1);
    },
  };
}

function storeNoteArgsCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["text"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["text"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 1);
        w.string(f0 as string);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        r.structEnd();
        return {
          "text": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function storeTailArgsCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["key"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["key"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 1);
        w.string(f0 as string);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        r.structEnd();
        return {
          "key": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function storeTailResultCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["success"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(8, 0);
        w.i32(f0 as number);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 524288) {
          f0 = r.i32();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 524288:
            f0 = r.i32();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function storeTailStreamItemCodec($: t.CodecTools): t.FieldsetCodec {
  const { write: $write0, read: $read0 } = $.codecOf(BrokenType);
  const $Some = $.maker(function (f0, f1) {
    if (f0 !== undefined) this["success"] = f0;
    if (f1 !== undefined) this["broken"] = f1;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 0);
        w.string(f0 as string);
        w.fieldEnd();
      }
      const f1 = v["broken"];
      if (f1 !== undefined) {
        w.fieldBegin(12, 1);
        $write0(w, f1);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 720896) {
          f0 = r.string();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h === 786433) {
          f1 = $read0(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        if (f1 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
          "broken": f1,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720896:
            f0 = r.string();
            break;
          case 786433:
            f1 = $read0(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0, f1);
    },
  };
}

function storeAddSinkItemCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["success"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 0);
        w.string(f0 as string);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 720896) {
          f0 = r.string();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720896:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function storeAddFinalResponseCodec($: t.CodecTools): t.FieldsetCodec {
  const { write: $write0, read: $read0 } = $.codecOf(BrokenType);
  const $Some = $.maker(function (f0, f1) {
    if (f0 !== undefined) this["success"] = f0;
    if (f1 !== undefined) this["broken"] = f1;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(8, 0);
        w.i32(f0 as number);
        w.fieldEnd();
      }
      const f1 = v["broken"];
      if (f1 !== undefined) {
        w.fieldBegin(12, 1);
        $write0(w, f1);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      let f1: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 524288) {
          f0 = r.i32();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h === 786433) {
          f1 = $read0(r);
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        if (f1 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
          "broken": f1,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 524288:
            f0 = r.i32();
            break;
          case 786433:
            f1 = $read0(r);
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0, f1);
    },
  };
}

function storeShoutStreamItemCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["success"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 0);
        w.string(f0 as string);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 720896) {
          f0 = r.string();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720896:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function storeShoutSinkItemCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["success"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(11, 0);
        w.string(f0 as string);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 720896) {
          f0 = r.string();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720896:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}

function storeOpenArgsCodec($: t.CodecTools): t.FieldsetCodec {
  const $default0 = $.default(0);
  const $makeDefault1 = $.makeDefault(0);
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["key"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      let f0 = v["key"];
      if (f0 === undefined) f0 = $default0;
      w.fieldBegin(11, 1);
      w.string(f0 as string);
      w.fieldEnd();
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h !== 720897) break inOrder;
        f0 = r.string();
        r.fieldEnd();
        h = r.fieldBegin();
        if (h !== 0) break inOrder;
        r.structEnd();
        return {
          "key": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 720897:
            f0 = r.string();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      if (f0 === undefined) f0 = $makeDefault1();
      return new $Some(f0);
    },
  };
}

function storeOpenResultCodec($: t.CodecTools): t.FieldsetCodec {
  const $Some = $.maker(function (f0) {
    if (f0 !== undefined) this["success"] = f0;
  });
  return {
    write(w, value) {
      const v = value as t.FieldValues;
      if (typeof v !== "object" || v === null) $.wrong("struct", v);
      w.structBegin();
      const f0 = v["success"];
      if (f0 !== undefined) {
        w.fieldBegin(8, 0);
        w.i32(f0 as number);
        w.fieldEnd();
      }
      w.structEnd();
    },
    read(r) {
      let f0: unknown;
      r.structBegin();
      let h = r.fieldBegin();
      inOrder: {
        if (h === 524288) {
          f0 = r.i32();
          r.fieldEnd();
          h = r.fieldBegin();
        }
        if (h !== 0) break inOrder;
        if (f0 === undefined) break inOrder;
        r.structEnd();
        return {
          "success": f0,
        };
      }
      while (h !== 0) {
        switch (h) {
          case 524288:
            f0 = r.i32();
            break;
          default:
            r.skip(h >>> 16);
        }
        r.fieldEnd();
        h = r.fieldBegin();
      }
      r.structEnd();
      return new $Some(f0);
    },
  };
}
