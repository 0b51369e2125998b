import { expect, test } from "vitest";
import { generate } from "../../src/peers/generate.ts";
import { closeWorkshop, openWorkshop } from "../../src/workshop.ts";

test("says which package has the compiler that is not there", async () => {
  const workshop = await openWorkshop();
  const generated = await generate(workshop, "peer", "py", { compiler: "no-such-compiler" });
  await closeWorkshop(workshop);
  expect(generated).toEqual({ missing: "the compiler (no-such-compiler, package thrift-compiler) is not installed" });
});
