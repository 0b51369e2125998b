import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureAll } from "./measured.ts";
import { checkSizes, tableOf, withTable } from "./size-table.ts";

const { values } = parseArgs({ options: { check: { type: "boolean" }, write: { type: "boolean" } } });
const readme = join(import.meta.dirname, "../../../README.md");
const sizes = await measureAll();

process.stdout.write(tableOf(sizes));
if (values.write) await writeFile(readme, withTable(await readFile(readme, "utf8"), tableOf(sizes)));
if (values.check) checkSizes(await readFile(readme, "utf8"), sizes);
