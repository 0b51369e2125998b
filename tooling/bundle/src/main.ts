import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureAll } from "./measure-all.ts";
import { checkSizes, tableOf, withTable } from "./size-table.ts";

const { values } = parseArgs({ options: { check: { type: "boolean" }, write: { type: "boolean" } } });
const readme = join(import.meta.dirname, "../../../README.md");
const sizes = await measureAll();
process.stdout.write(tableOf(sizes));

const text = await readFile(readme, "utf8");
if (values.write) await writeFile(readme, withTable(text, tableOf(sizes)));
if (values.check) {
  try {
    checkSizes(text, sizes);
  } catch (error) {
    console.error(String(error));
    process.exitCode = 1;
  }
}
