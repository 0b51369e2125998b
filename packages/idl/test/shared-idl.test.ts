import { type StructType, type Type } from "@seapink/schema";
import { expect, test } from "vitest";
import { compile, type Program } from "../src/index.ts";
import { typeName } from "../src/types.ts";
import { sharedIdl } from "./shared-idl.ts";

function programOf(entry: string): Program {
  const program = compile(sharedIdl, { entry });
  expect(program.warnings).toEqual([]);
  return program;
}

/** A field on one line, as in an IDL. */
function fieldsOf(type: Type | undefined): string[] {
  if (!type || !("fields" in type)) return [];
  return type.fields.map(({ id, name, type, requiredness, default: value }) => {
    const qualifier = requiredness === "default" ? "" : `${requiredness} `;
    return `${id}: ${qualifier}${typeName(type)} ${name}${value === undefined ? "" : ` = ${JSON.stringify(value)}`}`;
  });
}

function annotations(type: StructType, name: string): unknown {
  return type.fields.find((field) => field.name === name)?.annotations;
}

test("describes base.thrift", () => {
  const program = programOf("base.thrift");
  expect(program.services.size).toBe(0);
  expect(["TrafficEnv", "Base", "BaseResp"].map((name) => fieldsOf(program.struct(name)))).toEqual([
    ["1: bool Open = false", '2: string Env = ""'],
    [
      '1: string LogID = ""',
      '2: string Caller = ""',
      '3: string Addr = ""',
      '4: string Client = ""',
      "5: optional TrafficEnv TrafficEnv",
      "6: optional map<string, string> Extra",
    ],
    ['1: string StatusMessage = ""', "2: i32 StatusCode = 0", "3: optional map<string, string> Extra"],
  ]);
});

test("describes example_service.thrift", () => {
  const program = programOf("example_service.thrift");
  const { methods } = program.service("ExampleService");
  expect(Array.from(methods.values(), (m) => [m.name, m.kind, fieldsOf(m.args), fieldsOf(m.result)])).toEqual([
    ["ExampleMethod", "call", ["1: ExampleReq req"], ["0: optional ExampleResp success"]],
    ["Echo", "call", ["1: EchoRequest req"], ["0: optional EchoRequest success"]],
  ]);
  expect(methods.get("Echo")?.args.fields[0]?.type).toBe(program.struct("EchoRequest"));
  expect(program.struct("ExampleReq").fields[1]?.type).toBe(program.struct("base.Base"));
  expect(fieldsOf(program.struct("EchoRequest"))).toEqual([
    "1: string Msg",
    "2: i8 I8",
    "3: i16 I16",
    "4: i32 I32",
    "5: i64 I64",
    "6: binary Binary",
    "7: map<string, string> Map",
    "8: set<string> Set",
    "9: list<string> List",
    "10: ErrorCode ErrorCode",
    "11: Info Info",
    "255: optional Base Base",
  ]);
  expect(program.type("ErrorCode")).toMatchObject({
    values: new Map([
      ["SUCCESS", 0],
      ["FAILURE", 1],
    ]),
  });
});

test("describes fileserver.thrift", () => {
  const program = programOf("fileserver.thrift");
  const access = program.interaction("FileAccess");
  const server = program.service("FileServer");
  const outline = Array.from([...access.methods.values(), ...server.methods.values()], (m) => [
    m.wireName,
    m.kind,
    fieldsOf(m.args),
    fieldsOf(m.result),
    m.creates,
  ]);
  const info = ["0: optional FileInfo success"];
  expect(outline).toEqual([
    ["FileAccess.seek", "call", ["1: i32 delta"], ["0: optional i64 success"], undefined],
    ["FileAccess.read", "stream", ["1: i32 bytes"], [], undefined],
    ["open", "call", ["1: string path"], [], access],
    ["openAndStat", "call", ["1: string path"], info, access],
    ["stat", "call", ["1: string filePath"], info, undefined],
  ]);
  expect(fieldsOf(access.methods.get("read")?.streamItem)).toEqual(["0: optional binary success"]);
  expect(fieldsOf(program.struct("FileInfo"))).toEqual(["1: i64 size", "2: i64 modifiedTime"]);
});

test("describes http.thrift, with its annotations", () => {
  const program = programOf("http.thrift");
  const { methods } = program.service("BizService");
  expect([...methods.keys()]).toEqual(["BizMethod1", "BizMethod2", "BizMethod3"]);
  expect(methods.get("BizMethod2")?.annotations).toEqual(
    new Map([
      ["api.post", ["/life/client/:action/:biz"]],
      ["api.baseurl", ["ib.snssdk.com"]],
      ["api.param", ["true"]],
      ["api.serializer", ["form"]],
    ]),
  );
  expect(annotations(program.struct("ReqItem"), "id")).toEqual(new Map([["go.tag", ['json:"id"']]]));
  expect(annotations(program.struct("BizRequest"), "v_int64")).toEqual(
    new Map([
      ["api.query", ["v_int64"]],
      ["api.vd", ["$>0&&$<200"]],
    ]),
  );
  expect(fieldsOf(program.struct("BizResponse"))[1]).toBe("2: optional map<i64, RspItem> rsp_items");
});

test("describes keyvalue.thrift", () => {
  const program = programOf("keyvalue.thrift");
  const { methods } = program.service("KeyValue");
  expect(Array.from(methods.values(), (m) => [m.name, fieldsOf(m.args), fieldsOf(m.result)])).toEqual([
    ["get", ["1: string key"], ["0: optional string success", "1: optional NotFoundError notFound"]],
    ["set", ["1: string key", "2: string value"], ["0: optional string success"]],
  ]);
  const NotFoundError = program.exception("NotFoundError");
  expect(new NotFoundError({ key: "k" })).toMatchObject({ name: "NotFoundError", message: "NotFoundError", key: "k" });
});
