import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../folder.ts";
import { call, serveLab } from "./lab.ts";

const args = ["Lab.next", '{"number":9007199254740993}'];
const result = { code: 0, stdout: "9007199254740994\n", stderr: "" };

test.concurrent.each([
  "tcp://127.0.0.1:0?framing=unframed",
  "tcp://127.0.0.1:0?protocol=compact",
  "tcp://127.0.0.1:0?protocol=json",
  "tcp://127.0.0.1:0?service=other-name",
  "rocket://127.0.0.1:0?protocol=binary",
])("calls %s", async (address) => {
  await using lab = await serveLab(address);
  expect(await call(address.replace("127.0.0.1:0", lab.at), args)).toEqual(result);
});

test("calls a unix socket", async () => {
  const address = `unix:${join(folderOf({}), "socket")}`;
  await using _ = await serveLab(address);
  expect(await call(address, args)).toEqual(result);
});
