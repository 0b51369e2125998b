import { compact } from "@seapink/protocol-compact";
import { bytes } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const rows: readonly (readonly [what: string, hex: string, apache: string, fbthrift: string])[] = [
  ["nothing", "", "more", "more"],
  ["the protocol id", "82", "more", "more"],
  ["a call of version 1", "8221", "yes", "no"],
  ["a call of version 2", "8222", "no", "yes"],
  ["an answer of version 1", "8241 01", "yes", "no"],
  ["an exception of version 1", "8261", "yes", "no"],
  ["a oneway call of version 2", "8282", "no", "yes"],
  ["version 0", "8220", "no", "no"],
  ["version 3", "8223", "no", "no"],
  ["version 17, which has a bit of version 1", "8231", "no", "no"],
  ["message type 0", "8201", "no", "no"],
  ["message type 5", "82a1", "no", "no"],
  ["message type 7", "82e2", "no", "no"],
  ["binary", "80010001", "no", "no"],
  ["HTTP", "47", "no", "no"],
  ["JSON", "5b", "no", "no"],
  ["a TLS hello", "16", "no", "no"],
  ["a frame of compact", "00000009 82210104", "no", "no"],
];

describe("first bytes", () => {
  test.each(rows)("%s", (_, hex, apache, fbthrift) => {
    expect(compact().detect(bytes(hex))).toBe(apache);
    expect(compact({ variant: "fbthrift" }).detect(bytes(hex))).toBe(fbthrift);
  });
});
