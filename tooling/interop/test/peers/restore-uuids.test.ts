import { expect, test } from "vitest";
import { restoreUuids } from "../../src/peers/restore-uuids.ts";

const javascript = `const thrift = require("thrift");
const S_testUuid_args = class {
  write(output) { output.writeFieldBegin("a", Thrift.Type.DOUBLE, 1); output.writeDouble(this.a); }
  read(input) { this.a = input.readDouble(); }
};
const S_testDouble_args = class {
  read(input) { this.a = input.readDouble(); }
};
`;

test("changes the parts that are meant, and no others", () => {
  const restored = restoreUuids(javascript, /^(?=const \w+ = )/m, (part) => /^const \w*Uuid/.test(part));
  expect(restored).toBe(`const thrift = require("thrift");
const S_testUuid_args = class {
  write(output) { output.writeFieldBegin("a", Thrift.Type.UUID, 1); output.writeUuid(this.a); }
  read(input) { this.a = input.readUuid(); }
};
const S_testDouble_args = class {
  read(input) { this.a = input.readDouble(); }
};
`);
});

test("leaves code alone that has no such part", () => {
  expect(restoreUuids(javascript, /^(?=class )/m, () => false)).toBe(javascript);
});
