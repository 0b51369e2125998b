import { describe, expect, test } from "vitest";
import type { Size } from "../src/size.ts";
import { checkSizes, sizesIn, tableOf, withTable } from "../src/size-table.ts";

const sizes: ReadonlyMap<string, Size> = new Map([
  ["all of `core`", { minified: 15_907, gzip: 6042, brotli: 5494 }],
  ["… and of `rpc`", { minified: 101_250, gzip: 25_439, brotli: 22_895 }],
]);

const table = `| In a bundle    | minified |    gzip |  brotli |
| -------------- | -------: | ------: | ------: |
| all of \`core\`  |  15.9 kB |  6.0 kB |  5.5 kB |
| … and of \`rpc\` | 101.3 kB | 25.4 kB | 22.9 kB |
`;

const text = `# Title\n\n| Other |\n| ----- |\n| 1     |\n\n${table}\nAnd so on.\n`;

function changed(name: string, change: Partial<Size>): Map<string, Size> {
  const size = { ...(sizes.get(name) as Size), ...change };
  return new Map([...sizes, [name, size]]);
}

describe("the table of sizes", () => {
  test("is aligned", () => expect(tableOf(sizes)).toBe(table));

  test("is read in the midst of a text", () => {
    const core = { minified: 15_900, gzip: 6000, brotli: 5500 };
    const rpc = { minified: 101_300, gzip: 25_400, brotli: 22_900 };
    expect([...sizesIn(text)]).toEqual([
      ["all of `core`", core],
      ["… and of `rpc`", rpc],
    ]);
  });

  test("takes the place of another", () => {
    const other = tableOf(new Map([...sizes].slice(0, 1)));
    expect(withTable(text, other)).toBe(text.replace(table, other));
  });

  test("must be there", () => expect(() => sizesIn("# Title\n")).toThrow("expected a table"));
});

describe("sizes", () => {
  test.each([
    ["those of the table", sizes],
    ["a little less", changed("all of `core`", { gzip: 5900 })],
    ["a little more", changed("all of `core`", { minified: 16_200 })],
  ])("may be %s", (_, measured) => {
    expect(() => checkSizes(text, measured)).not.toThrow();
  });

  test.each([
    ["less than told", changed("all of `core`", { gzip: 5800 }), "all of `core`"],
    ["more than told", changed("… and of `rpc`", { brotli: 23_500 }), "… and of `rpc`"],
    ["told without need", new Map([...sizes].slice(0, 1)), "… and of `rpc`"],
    ["not told", new Map([...sizes, ["all", { minified: 1, gzip: 1, brotli: 1 }]]), "all"],
  ])("may not be %s", (_, measured, name) => {
    expect(() => checkSizes(text, measured)).toThrow(new RegExp(`got others of: ${name}$`));
  });

  test("may not be no numbers", () => {
    expect(() => checkSizes(text.replace("6.0 kB", "six kB"), sizes)).toThrow("got others of: all of `core`");
  });
});
