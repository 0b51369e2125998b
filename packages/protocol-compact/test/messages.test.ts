import { ByteWriter, defaultLimits, type MessageHead, type MessageType } from "@seapink/core";
import { compact } from "@seapink/protocol-compact";
import { bytes, expectCode, hex } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const fbthrift = compact({ variant: "fbthrift" });

const read = (text: string, protocol = compact()): MessageHead =>
  protocol.reader(bytes(text), defaultLimits).messageBegin();

function written({ name, type, seqid }: MessageHead): string {
  const out = new ByteWriter();
  compact().writer(out, defaultLimits).messageBegin(name, type, seqid);
  return hex(out.take());
}

describe("the message header", () => {
  test.each<[string, MessageHead]>([
    ["82 21 01 04 70696e67", { name: "ping", type: 1, seqid: 1 }],
    ["82 41 00 00", { name: "", type: 2, seqid: 0 }],
    ["82 61 ac02 01 6d", { name: "m", type: 3, seqid: 300 }],
    ["82 81 ffffffff0f 03 c3a900", { name: "é\0", type: 4, seqid: -1 }],
    ["82 21 8080808008 01 6d", { name: "m", type: 1, seqid: -0x8000_0000 }],
    ["82 21 ffffffff07 01 6d", { name: "m", type: 1, seqid: 0x7fff_ffff }],
  ])("is %s", (text, head) => {
    expect(read(text)).toStrictEqual(head);
    expect(written(head)).toBe(hex(bytes(text)));
  });

  test.each([
    ["another first byte", "81 21 01 04 70696e67", "bad_version"],
    ["binary", "80010001 00000004 70696e67 00000001", "bad_version"],
    ["version 0", "82 20 01 04 70696e67", "bad_version"],
    ["version 3", "82 23 01 04 70696e67", "bad_version"],
    ["message type 0", "82 01 01 04 70696e67", "invalid_data"],
    ["message type 5", "82 a1 01 04 70696e67", "invalid_data"],
    ["message type 7", "82 e1 01 04 70696e67", "invalid_data"],
    ["a sequence id of 33 bits", "82 21 ffffffff1f 04 70696e67", "invalid_data"],
    ["a sequence id of six bytes", "82 21 808080808000 04 70696e67", "invalid_data"],
    ["a name of 1025 bytes", "82 21 01 8108 70696e67", "size_limit"],
    ["a name of 2^32 - 1 bytes", "82 21 01 ffffffff0f 70696e67", "size_limit"],
    ["a name of one byte too many", "82 21 01 05 70696e67", "invalid_data"],
    ["a name that is no UTF-8", "82 21 01 02 c080", "invalid_data"],
    ["nothing", "", "invalid_data"],
    ["one byte", "82", "invalid_data"],
    ["three bytes", "82 21 80", "invalid_data"],
  ])("does not have %s", (_, text, code) => expectCode(() => read(text), code));

  test.each([
    [compact(), "82 22 01 01 6d", "expected version 1 (Apache's) of the compact protocol, got 2 (fbthrift's)"],
    [fbthrift, "82 21 01 01 6d", "expected version 2 (fbthrift's) of the compact protocol, got 1 (Apache's)"],
    [fbthrift, "82 25 01 01 6d", "expected version 2 (fbthrift's) of the compact protocol, got 5"],
  ])("of another version is named for what it is (%#)", (protocol, text, message) => {
    expect(() => read(text, protocol)).toThrow(expect.objectContaining({ code: "bad_version", message }));
  });

  test("is refused with a sequence id that is none", () => {
    expectCode(() => written({ name: "m", type: 1, seqid: 2 ** 31 }), "invalid_data");
    expectCode(() => written({ name: "m", type: 1, seqid: 0.5 }), "invalid_data");
  });

  test("begins a message anew, whatever came of the one before", () => {
    const out = new ByteWriter();
    const writer = compact().writer(out, defaultLimits);
    const call = (type: MessageType): void => {
      writer.messageBegin("m", type, 1);
      writer.structBegin();
      writer.boolField(1, true);
    };
    call(1);
    writer.structBegin();
    out.truncate(0);
    call(2);
    writer.structEnd();
    expect(hex(out.take())).toBe(hex(bytes("82 41 01 01 6d 11 00")));
  });
});
