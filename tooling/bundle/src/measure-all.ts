import { join } from "node:path";
import { type Bundle, bundleFile, bundleText, checkIsWhole } from "./bundle.ts";
import { type Size, sizeOf } from "./size.ts";

/** What is measured: packages, each added to those before, and a client that uses of them what it needs. */
const packages = ["core", "schema", "protocol-binary", "rpc", "dialect-classic"];

/**
 * The sizes of the README's table, by the names of its rows.
 * @throws Error where something is not found, such as what is not built
 */
export async function measureAll(): Promise<Map<string, Size>> {
  const sizes = new Map<string, Size>();
  for (const [index, name] of packages.entries()) {
    const whole = await bundleText(wholeOf(packages.slice(0, index + 1)));
    sizes.set(index === 0 ? `all of \`${name}\`` : `… and of \`${name}\``, measure(whole));
  }
  return sizes.set("what a client of one service uses of them", measure(await bundleClient()));
}

// Without what it imports, a bundle would be small.
export function measure(bundle: Bundle): Size {
  checkIsWhole(bundle);
  return sizeOf(bundle.code);
}

function bundleClient(): Promise<Bundle> {
  return bundleFile(join(import.meta.dirname, "pages/client.ts"));
}

/** A module that exports all that packages export. */
export function wholeOf(names: readonly string[]): string {
  return names.map((name, index) => `export * as p${index} from "@seapink/${name}";\n`).join("");
}
