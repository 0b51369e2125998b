import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "./generate.ts";
import type { Peer } from "./peer.ts";
import { processPeer } from "./process-peer.ts";
import { restoreUuids } from "./restore-uuids.ts";

const program = fileURLToPath(new URL("node/main.ts", import.meta.url));
const require = createRequire(import.meta.url);

/** Apache's library for Node, from npm. */
export const thriftNode: Peer = {
  name: "thrift-node",
  async prepare(workshop) {
    const generated = await generate(workshop, "thrift-node", "js:node,es6");
    if ("missing" in generated) return generated;
    await mend(generated.folder);
    const { version } = require("thrift/package.json") as { readonly version: string };
    return processPeer(workshop, {
      version: `Apache Thrift ${version} on Node ${process.versions.node}, code by ${generated.compiler}`,
      command: [process.execPath, "--conditions=@seapink/source", program],
      settings: { generated: generated.folder },
    });
  },
};

/** The compiler is older than the library, and neither is found from the folder of the code. */
async function mend(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".js")) continue;
    const file = join(folder, name);
    await writeFile(file, mended(await readFile(file, "utf8")));
  }
}

function mended(code: string): string {
  const inLibrary = createRequire(require.resolve("thrift"));
  const found = code
    .replace("require('thrift')", `require(${JSON.stringify(require.resolve("thrift"))})`)
    .replace("require('node-int64')", `require(${JSON.stringify(inLibrary.resolve("node-int64"))})`);
  return restoreUuids(found, /^(?=const \w+ = )/m, (part) => /^const \w*Uuid/.test(part));
}
