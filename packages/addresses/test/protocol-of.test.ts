import { parseAddress, protocolOf } from "@seapink/addresses";
import { expect, test } from "vitest";

test.each([
  ["tcp://h:1", "binary"],
  ["any://h:1", "binary"],
  ["unix:/p?protocol=json", "json"],
  ["tcp://h:1?protocol=compact", "compact"],
  ["tcp://h:1?protocol=compact-fbthrift", "compact-fbthrift"],
  ["rocket://h:1", "compact-fbthrift"],
  ["rocket://h:1?protocol=binary", "binary"],
])("a client of %s writes in %s", (text, name) => {
  expect(protocolOf(parseAddress(text)).name).toBe(name);
});
