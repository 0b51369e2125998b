import { defaultLimits, type MessageHead } from "@seapink/core";
import { binary, type BinaryOptions } from "@seapink/protocol-binary";
import { bytes, expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const read = (hex: string, options: BinaryOptions = {}): MessageHead =>
  binary(options).reader(bytes(hex), defaultLimits).messageBegin();

const ping = { name: "ping", type: 1, seqid: 1 };

describe("the strict header", () => {
  test.each([
    ["80010001 00000004 70696e67 00000001", ping],
    ["8001ff01 00000004 70696e67 00000001", ping],
    ["80010001 00000000 00000001", { name: "", type: 1, seqid: 1 }],
    ["80010004 00000003 c3a900 80000000", { name: "é\0", type: 4, seqid: -0x8000_0000 }],
  ])("reads %s", (hex, head) => {
    expect(read(hex)).toStrictEqual(head);
    expect(read(hex, { oldHeader: "accept" })).toStrictEqual(head);
  });

  test.each([
    ["version 2", "80020001 00000004 70696e67 00000001", "bad_version"],
    ["version -1", "ffff0001 00000004 70696e67 00000001", "bad_version"],
    ["compact", "82210104 70696e67 00", "bad_version"],
    ["message type 0", "80010000 00000004 70696e67 00000001", "invalid_data"],
    ["message type 5", "80010005 00000004 70696e67 00000001", "invalid_data"],
    ["message type 255", "800100ff 00000004 70696e67 00000001", "invalid_data"],
    ["a name of -1 bytes", "80010001 ffffffff 00000001", "negative_size"],
    ["a name of -2^31 bytes", "80010001 80000000 00000001", "negative_size"],
    ["a name of 1025 bytes", "80010001 00000401 70696e67 00000001", "size_limit"],
    ["a name of 2^31 - 1 bytes", "80010001 7fffffff 70696e67 00000001", "size_limit"],
    ["a name of one byte too many", "80010001 00000005 70696e67", "invalid_data"],
    ["a name that is no UTF-8", "80010001 00000002 c080 00000001", "invalid_data"],
    ["nothing", "", "invalid_data"],
    ["three bytes", "800100", "invalid_data"],
  ])("refuses %s", (_, hex, code) => {
    expectCode(() => read(hex), code);
    expectCode(() => read(hex, { oldHeader: "accept" }), code);
  });
});

describe("the old header", () => {
  const old = "00000004 70696e67 01 00000001";

  test("is refused unless asked for", () => {
    expectCode(() => read(old), "bad_version");
    expect(read(old, { oldHeader: "accept" })).toStrictEqual(ping);
    expect(read(old, { oldHeader: "write" })).toStrictEqual(ping);
  });

  test.each([
    ["HTTP", "47455420 2f20485454502f312e310d0a", "size_limit"],
    ["a TLS hello", "16030100 a5010000a10303", "size_limit"],
    ["a name of 1025 bytes", "00000401 70696e67 01 00000001", "size_limit"],
    ["message type 0", "00000004 70696e67 00 00000001", "invalid_data"],
    ["message type 5", "00000004 70696e67 05 00000001", "invalid_data"],
    ["no type", "00000004 70696e67", "invalid_data"],
  ])("is not made of %s", (_, hex, code) => {
    expectCode(() => read(hex, { oldHeader: "accept" }), code);
    expectCode(() => read(hex), "bad_version");
  });
});
