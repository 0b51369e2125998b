import { describe, expect, test } from "vitest";
import { importsOf, installOf, pathsIn, sampleOf } from "../src/readme.ts";

const readme = `# @seapink/name

## Install

\`\`\`sh
npm install @seapink/name @seapink/core
npm install --save-dev vitest # or another runner
\`\`\`

It brings the rest.

## Use

As so:
<!-- packages/name/test/sample.ts -->

\`\`\`ts
import { name } from "@seapink/name";
\`\`\`

\`\`\`js
later();
\`\`\`

## API
`;

describe("a README", () => {
  test("says what to install, in one line or more, without options", () => {
    expect(installOf(readme)).toEqual(["@seapink/name", "@seapink/core", "vitest"]);
  });

  test("begins with an example, which tells where it is from", () => {
    const code = 'import { name } from "@seapink/name";\n';
    expect(sampleOf(readme)).toEqual({ file: "packages/name/test/sample.ts", language: "ts", code });
  });

  test("may have an example that is from no file, and its last section", () => {
    const last = "## Use\n\n```sh\nnpx seapink --version\n```";
    expect(sampleOf(last)).toEqual({ file: undefined, language: "sh", code: "npx seapink --version\n" });
  });

  test("takes no comment for a file that stands elsewhere than above the example", () => {
    expect(sampleOf("## Use\n\n<!-- a.ts -->\n\nand so:\n\n```ts\na();\n```\n")).toMatchObject({ file: undefined });
  });

  test("is refused without a line that installs, or without an example", () => {
    expect(() => installOf("## Use\n\n```sh\nnpm install x\n```\n")).toThrow("npm install NAME");
    expect(() => sampleOf("## Use\n\n```thrift\n```\n\n## API\n\n```ts\na();\n```\n")).toThrow(
      "a block of ts, js or sh",
    );
  });
});

test.each([
  ['import { a } from "@seapink/rpc";', ["@seapink/rpc"]],
  ['import type { A } from "@seapink/core";', ["@seapink/core"]],
  ['import {\n  a,\n} from "@seapink/schema/gen1";', ["@seapink/schema"]],
  ['import "vitest/config";', ["vitest"]],
  ['import * as t from "a";\nimport b from "a/b" with { type: "json" };', ["a"]],
  ['import { join } from "node:path";\nimport { a } from "./a.ts";', []],
  ['export { a } from "b";\nconst text = "from \\"c\\"";', ["b"]],
])("the code %j imports %j", (code, names) => {
  expect(importsOf(code)).toEqual(names);
});

test.each([
  ['new URL("idl/keyvalue.thrift", import.meta.url)', ["idl/keyvalue.thrift"]],
  ['import { A } from "./gen/a.ts";', ["./gen/a.ts"]],
  ["npx seapink check --idl=idl/a.thrift b.thrift b.thrift", ["idl/a.thrift", "b.thrift"]],
  ['"../elsewhere.thrift" "/etc/x.conf"', []],
])("the text %j names the files %j", (text, paths) => {
  const files = pathsIn(text).filter((path) => path !== "import.meta.url");
  expect(files).toEqual(paths);
});
