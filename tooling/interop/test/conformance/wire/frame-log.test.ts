import { expect, test } from "vitest";
import { Flag, FrameLog, Type } from "../../../src/conformance/wire/frame-log.ts";

const frames = ["00000a00000001200000000007", "00000a000000032960010203ff", "000006000000012400"].join("");
const bytes = Uint8Array.from(frames.match(/../g) ?? [], (hex) => Number(`0x${hex}`));
const expected = [
  { from: "client", streamId: 1, type: Type.requestN, flags: 0, length: 10, word: 7 },
  { from: "client", streamId: 3, type: Type.payload, flags: Flag.metadata | Flag.complete | Flag.next, length: 10 },
  { from: "client", streamId: 1, type: Type.cancel, flags: 0, length: 6, word: 0 },
];

test.each(Array.from(bytes, (_, at) => at))("reads frames that come in two pieces, the first of %i bytes", (at) => {
  const log = new FrameLog();
  log.push("client", bytes.subarray(0, at));
  log.push("client", bytes.subarray(at));
  expect(log.frames).toMatchObject(expected);
  expect([...(log.frames[1]?.start ?? [])]).toEqual([1, 2, 3, 255]);
});

test("keeps the two directions apart", () => {
  const log = new FrameLog();
  log.push("client", bytes.subarray(0, 5));
  log.push("server", bytes.subarray(26));
  log.push("client", bytes.subarray(5, 13));
  expect(log.frames).toMatchObject([
    { from: "server", type: Type.cancel },
    { from: "client", type: Type.requestN },
  ]);
});
