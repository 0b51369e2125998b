import { fieldId, fieldType, WireType } from "@seapink/core";
import { expect, test } from "vitest";

test.each([1, 0, -1, 32_767, -32_768])("a field header holds the type and the id %d", (id) => {
  for (const type of Object.values(WireType)) {
    const header = (type << 16) | (id & 0xffff);
    expect([fieldType(header), fieldId(header)]).toStrictEqual([type, id]);
  }
});
