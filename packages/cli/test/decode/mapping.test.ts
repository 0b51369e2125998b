import { encodeMessage, MessageType, type ProtocolWriter } from "@seapink/core";
import { compile } from "@seapink/idl";
import { codecOf } from "@seapink/schema";
import { toJson } from "@seapink/schema/json";
import { expect, test } from "vitest";
import { decodeBytes } from "../../src/decode/decode-bytes.ts";
import { decodedJson } from "../../src/decode/json.ts";
import { idlNames } from "../../src/decode/names.ts";
import { type ProtocolName, protocolNames } from "../../src/decode/kinds.ts";
import { protocols } from "../../src/decode/protocols.ts";
import { jsonText } from "../../src/json-text.ts";
import { sampleOf } from "../../src/sample/sample-of.ts";

const program = compile({
  "all.thrift": `
    enum Color { RED = 1, GREEN = 2 }
    union Shape { 1: i32 round, 2: string other }
    struct Inner { 1: bool yes, 2: optional Inner inner }
    struct All {
      1: bool a, 2: i8 b, 3: i16 c, 4: i32 d, 5: i64 e = -9223372036854775808, 6: double f = 0.1, 7: double g = -0.0, 8: string h = "é\\n"
      9: binary i, 11: Color k = Color.GREEN, 12: Shape l, 13: Inner m, 14: list<list<Color>> n, 15: set<string> o
      16: map<string, Inner> p, 17: map<i64, bool> q, 18: map<bool, i32> r, 19: map<Color, Shape> s, 20: map<double, binary> t
      21: map<binary, i32> u, 22: list<bool> v
    }
    service S { All get(1: All all) }`,
});
const type = program.struct("All");
const value = sampleOf(type);
const names = idlNames(program, undefined);

test.each(protocolNames)("what is shown of %s is what JSON of the same value is elsewhere", (name: ProtocolName) => {
  const method = program.service("S").methods.get("get");
  const args = method?.args ?? type;
  const body = { write: (writer: ProtocolWriter) => codecOf(args).write(writer, { all: value }) };
  const message = encodeMessage({ name: "get", type: MessageType.call, seqid: 7, body }, protocols[name]);
  const decoded = decodeBytes(message, { names, protocol: name });
  expect(decoded.error).toBeUndefined();
  const { parts } = JSON.parse(jsonText(decodedJson(decoded))) as { readonly parts: readonly object[] };
  expect(parts[0]).toMatchObject({ name: "get", seqid: 7, value: { all: JSON.parse(toJson(type, value)) } });
});
