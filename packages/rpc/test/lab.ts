import {
  exception,
  field,
  i32,
  i64,
  interaction,
  list,
  method,
  service,
  type ServiceType,
  string,
  struct,
} from "@seapink/schema";

/** A service with one method of every kind, described as generated code would describe it. */
const FileInfo = struct("FileInfo", [field(1, "size", i64), field(2, "name", string)]);

export class NotFoundError extends Error {
  override name = "NotFoundError";
  readonly key: string;

  constructor(fields: { readonly key: string }) {
    super(`not found: ${fields.key}`);
    this.key = fields.key;
  }
}

const NotFound = exception("NotFoundError", [field(1, "key", string)], {
  construct: NotFoundError as unknown as new (fields: Readonly<Record<string, unknown>>) => Error,
});

const notFound = field(1, "notFound", NotFound);

export interface FileMethods {
  seek: { kind: "call"; args: { delta: bigint }; returns: bigint };
  read: { kind: "stream"; args: { bytes: number }; returns: undefined; stream: string };
  crash: { kind: "call"; args: Record<string, never>; returns: undefined };
}

const File = interaction("File", [
  method("seek", { args: [field(1, "delta", i64)], returns: i64 }),
  method("read", { args: [field(1, "bytes", i32)], stream: { of: string } }),
  method("crash"),
]);

export interface LabMethods {
  echo: { kind: "call"; args: { text: string; tags?: string[] }; returns: string };
  find: { kind: "call"; args: { key: string }; returns: string; throws: NotFoundError };
  ping: { kind: "call"; args: Record<string, never>; returns: undefined };
  fail: { kind: "call"; args: { how: string }; returns: string };
  hold: { kind: "call"; args: { key: string }; returns: string };
  relay: { kind: "call"; args: { key: string }; returns: string };
  note: { kind: "oneway"; args: { text: string }; returns: undefined };
  count: {
    kind: "stream";
    args: { to: number; thenThrow?: boolean };
    returns: undefined;
    stream: number;
    streamThrows: NotFoundError;
  };
  tail: {
    kind: "stream";
    args: { key: string };
    returns: { size: bigint; name: string };
    stream: string;
    throws: NotFoundError;
  };
  sum: {
    kind: "sink";
    args: { name: string };
    returns: string;
    sink: number;
    final: bigint;
    finalThrows: NotFoundError;
  };
  gather: { kind: "sink"; args: Record<string, never>; returns: undefined; sink: string; final: string };
  shout: { kind: "bidi"; args: Record<string, never>; returns: undefined; sink: string; stream: string };
  open: { kind: "call"; args: { path: string }; returns: undefined; creates: FileMethods };
  openAndStat: {
    kind: "call";
    args: { path: string };
    returns: { size: bigint; name: string };
    creates: FileMethods;
  };
  openAndRead: { kind: "stream"; args: { path: string }; returns: undefined; stream: string; creates: FileMethods };
  openAndTail: {
    kind: "stream";
    args: { path: string };
    returns: { size: bigint; name: string };
    stream: string;
    creates: FileMethods;
  };
  openAndWrite: {
    kind: "sink";
    args: { path: string };
    returns: undefined;
    sink: string;
    final: bigint;
    creates: FileMethods;
  };
  openAndAppend: {
    kind: "sink";
    args: { path: string };
    returns: string;
    sink: string;
    final: bigint;
    creates: FileMethods;
  };
  openAndShout: {
    kind: "bidi";
    args: { path: string };
    returns: undefined;
    sink: string;
    stream: string;
    creates: FileMethods;
  };
  createFile: { kind: "constructor"; creates: FileMethods };
}

const path = [field(1, "path", string)];

export const Lab: ServiceType<LabMethods> = service<LabMethods>(
  "Lab",
  [
    method("echo", {
      args: [field(1, "text", string), field(2, "tags", list(string), { requiredness: "optional" })],
      returns: string,
    }),
    method("find", { args: [field(1, "key", string)], returns: string, throws: [notFound] }),
    method("ping"),
    method("fail", { args: [field(1, "how", string)], returns: string }),
    method("hold", { args: [field(1, "key", string)], returns: string }),
    method("relay", { args: [field(1, "key", string)], returns: string }),
    method("note", { kind: "oneway", args: [field(1, "text", string)] }),
    method("count", {
      args: [field(1, "to", i32), field(2, "thenThrow", { kind: "bool" }, { requiredness: "optional" })],
      stream: { of: i32, throws: [notFound] },
    }),
    method("tail", { args: [field(1, "key", string)], returns: FileInfo, throws: [notFound], stream: { of: string } }),
    method("sum", {
      args: [field(1, "name", string)],
      returns: string,
      sink: { of: i32, final: i64, finalThrows: [notFound] },
    }),
    method("gather", { sink: { of: string, throws: [notFound], final: string } }),
    method("shout", { sink: { of: string }, stream: { of: string } }),
    method("open", { args: path, throws: [notFound], creates: File }),
    method("openAndStat", { args: path, returns: FileInfo, creates: File }),
    method("openAndRead", { args: path, stream: { of: string }, throws: [notFound], creates: File }),
    method("openAndTail", { args: path, returns: FileInfo, stream: { of: string }, creates: File }),
    method("openAndWrite", { args: path, sink: { of: string, final: i64 }, creates: File }),
    method("openAndAppend", { args: path, returns: string, sink: { of: string, final: i64 }, creates: File }),
    method("openAndShout", { args: path, sink: { of: string }, stream: { of: string }, creates: File }),
  ],
  { performs: [File] },
);

interface ClockMethods {
  now: { kind: "call"; args: Record<string, never>; returns: bigint };
}

export const Clock: ServiceType<ClockMethods> = service<ClockMethods>("Clock", [method("now", { returns: i64 })]);
