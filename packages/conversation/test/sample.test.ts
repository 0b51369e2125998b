import { bytes, HandLane, hex } from "@seapink/testing";
import { expect, test } from "vitest";
import { read } from "./sample.ts";

test("the sample of the README reads messages, however they are cut, until it is told to stop", () => {
  const lane = new HandLane();
  const seen: string[] = [];
  const input = read(lane, (message) => seen.push(hex(message)));
  for (const chunk of ["01", "aa 02 bb", "cc 00"]) lane.listener.data(bytes(chunk), false);
  input.finish();
  lane.listener.data(bytes("01 dd"), false);
  expect(seen).toEqual(["aa", "bbcc", ""]);
  expect(lane.closed).toEqual([undefined]);
});
