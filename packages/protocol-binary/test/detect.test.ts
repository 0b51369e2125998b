import { binary } from "@seapink/protocol-binary";
import { bytes } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const name1024 = "61".repeat(1024);

const rows: readonly (readonly [what: string, hex: string, refusing: string, accepting: string])[] = [
  ["nothing", "", "more", "more"],
  ["one byte of the version", "80", "more", "more"],
  ["the version", "8001", "more", "more"],
  ["all but the type", "800100", "more", "more"],
  ["a call", "80010001", "yes", "yes"],
  ["a oneway call, with the byte that has no use", "8001ff04", "yes", "yes"],
  ["an answer", "80010002", "yes", "yes"],
  ["message type 0", "80010000", "no", "no"],
  ["message type 5", "80010005", "no", "no"],
  ["another version", "8002", "no", "no"],
  ["compact", "8221", "no", "no"],
  ["HTTP", "47", "no", "no"],
  ["JSON", "5b", "no", "no"],
  ["a TLS hello", "16", "no", "no"],
  ["an old header", "00000004 70696e67 01", "no", "yes"],
  ["an old header of an answer", "00000004 70696e67 03", "no", "yes"],
  ["an old header with a service", "00000006 4c61623a6f6b 01", "no", "yes"],
  ["the beginnings of an old header", "00", "no", "more"],
  ["a length", "00000004", "no", "more"],
  ["half a name", "00000004 7069", "no", "more"],
  ["a name without a type", "00000004 70696e67", "no", "more"],
  ["an old header without a name", "00000000 01", "no", "no"],
  ["an old header with type 0", "00000004 70696e67 00", "no", "no"],
  ["an old header with type 5", "00000004 70696e67 05", "no", "no"],
  ["the longest name", `00000400 ${name1024} 01`, "no", "yes"],
  ["a longer name", "00000401", "no", "no"],
  ["a long length", "0001", "no", "no"],
  ["a frame of strict binary", "00000011 80010001", "no", "no"],
  ["a frame of compact", "00000009 82210104", "no", "no"],
  ["a frame of JSON", "00000011 5b312c22", "no", "no"],
  ["a frame of THeader", "00000023 0fff0000", "no", "no"],
  ["a frame of old binary", "0000000e 00000004", "no", "no"],
];

describe("first bytes", () => {
  test.each(rows)("%s", (_, hex, refusing, accepting) => {
    expect(binary().detect(bytes(hex))).toBe(refusing);
    expect(binary({ oldHeader: "accept" }).detect(bytes(hex))).toBe(accepting);
  });

  test.each(rows)("%s: the answer does not change with more bytes", (_, hex) => {
    for (const oldHeader of ["refuse", "accept"] as const) {
      const answers = Array.from(bytes(hex), (_, i) => binary({ oldHeader }).detect(bytes(hex).subarray(0, i + 1)));
      const decided = answers.find((answer) => answer !== "more");
      expect(answers.slice(answers.indexOf(decided ?? "more"))).toSatisfy((rest: readonly string[]) =>
        rest.every((answer) => answer === (decided ?? "more")),
      );
    }
  });
});
