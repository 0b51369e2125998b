import { join } from "node:path";
import { type Bundle, bundleFile, bundleText } from "./bundle.ts";
import { type Size, sizeOf } from "./size.ts";

/** What is measured: packages, each added to those before, and a client that uses of them what it needs. */
const packages = ["core", "schema", "protocol-binary", "rpc", "dialect-classic"];

/** The sizes of the README's table, by the names of its rows. */
export async function measureAll(): Promise<Map<string, Size>> {
  const sizes = new Map<string, Size>();
  for (const [index, name] of packages.entries()) {
    const whole = await bundleText(wholeOf(packages.slice(0, index + 1)));
    sizes.set(index === 0 ? `all of \`${name}\`` : `… and of \`${name}\``, sizeOf(whole.code));
  }
  return sizes.set("what a client of one service uses of them", sizeOf((await bundleClient()).code));
}

function bundleClient(): Promise<Bundle> {
  return bundleFile(join(import.meta.dirname, "pages/client.ts"));
}

/** A module that exports all that packages export. */
export function wholeOf(names: readonly string[]): string {
  return names.map((name, index) => `export * as p${index} from "@seapink/${name}";\n`).join("");
}
