import type { Detection, Protocol } from "@seapink/core";
import { binary } from "@seapink/protocol-binary";
import { expect, test } from "vitest";
import { chooseProtocol } from "../src/choose-protocol.ts";

function saying(name: string, answer: Detection): Protocol {
  return { ...binary(), name, detect: () => answer };
}

test.each([
  [["no", "yes"], 1],
  [["yes", "yes"], 0],
  [["no", "no"], undefined],
  [["more", "yes"], "more"],
  [["no", "more"], "more"],
  [["yes", "more"], 0],
  [["no"], 0],
] as const)("of protocols that say %j it chooses %s", (answers, expected) => {
  const protocols = answers.map((answer, i) => saying(`${i}`, answer));
  const choice = chooseProtocol(new Uint8Array(1), protocols);
  expect(choice).toBe(typeof expected === "number" ? protocols[expected] : expected);
});
