import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "@seapink/codegen";
import { loadIdl } from "@seapink/idl/node";
import { expect, test } from "vitest";

const here = import.meta.dirname;

// `pnpm seapink generate packages/codegen/test/idl/shop.thrift --out packages/codegen/test/gen` writes them anew.
test("the files in gen are what is generated now", async () => {
  const written = readdirSync(join(here, "gen")).map((path) => [path, readFileSync(join(here, "gen", path), "utf8")]);
  const generated = generate([await loadIdl(join(here, "idl/shop.thrift"))]).map(({ path, text }) => [path, text]);
  expect(Object.fromEntries(written)).toStrictEqual(Object.fromEntries(generated));
});
