import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Combination } from "../combination.ts";
import { generate } from "./generate.ts";
import type { Peer } from "./peer.ts";
import { processPeer } from "./process-peer.ts";
import { restoreUuids } from "./restore-uuids.ts";
import { type Installed, installed, python } from "./python-library.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("python/main.py", import.meta.url));
const askVersion =
  "import importlib.metadata as m, platform; import thrift; print(platform.python_version(), m.version('thrift'))";

interface PythonOptions {
  readonly name: string;
  /** Where its library is, if not with the distribution's packages. */
  readonly library?: () => Promise<Installed>;
  /** Whether the library reads and writes with its module in C. */
  readonly accelerated?: boolean;
  readonly hasUuid?: boolean;
  readonly speaks?: (combination: Combination) => boolean;
}

function pythonPeer({ name, library, accelerated = false, hasUuid = false, speaks = () => true }: PythonOptions): Peer {
  return {
    name,
    async prepare(workshop) {
      const found = library === undefined ? { path: "" } : await library();
      if ("missing" in found) return found;
      const generated = await generate(workshop, name, "py", {
        edit: accelerated ? withoutNegativeIds : (text) => text,
      });
      if ("missing" in generated) return generated;
      if (hasUuid) await mend(generated.folder);
      const env = { PYTHONPATH: `${generated.folder}:${found.path}`, ...bytecodeIn(join(workshop.folder, "bytecode")) };
      const versions = await run(python, ["-c", askVersion], { env }).catch(() => undefined);
      if (versions === undefined) return { missing: `${python} with the package python3-thrift is not installed` };
      const [language, version] = versions.stdout.trim().split(" ");
      return processPeer(workshop, {
        version: `Apache Thrift ${version} on Python ${language}, code by ${generated.compiler}`,
        command: [python, program],
        env,
        settings: { accelerated },
        speaks,
        cannot({ needs }) {
          if (needs === "uuid" && !hasUuid) return "its library knows no uuid";
          // The compiler describes no struct that has one, and the module in C reads and writes nothing of it then.
          if (needs === "negative ids" && accelerated) return "a struct with a negative id is empty to it";
          return undefined;
        },
      });
    },
  };
}

/** Apache's library for Python, as Debian has it. */
export const thriftPython: Peer = pythonPeer({ name: "thrift-python" });

/** The same, with its module in C: another implementation of two protocols. */
export const thriftPythonC: Peer = pythonPeer({
  name: "thrift-python-c",
  accelerated: true,
  speaks: ({ protocol, tls, multiplexed }) => !tls && !multiplexed && (protocol === "binary" || protocol === "compact"),
});

/** The newest from PyPI, which knows uuids. */
export const thriftPythonNew: Peer = pythonPeer({
  name: "thrift-python-new",
  library: installed,
  hasUuid: true,
  speaks: ({ framing, tls }) => framing === "framed" && !tls,
});

/** Kept for the run, and out of the repository: to compile the generated code is half of a program's start. */
function bytecodeIn(folder: string): Readonly<Record<string, string>> {
  return { PYTHONPYCACHEPREFIX: folder, PYTHONDONTWRITEBYTECODE: "" };
}

function withoutNegativeIds(text: string): string {
  return text.replace(/^ *-\d+:.*\n/gm, "");
}

async function mend(folder: string): Promise<void> {
  for (const module of ["thrift_test", "uuids"]) {
    for (const name of await readdir(join(folder, module))) {
      const file = join(folder, module, name);
      const isMeant = (part: string): boolean => module === "uuids" || /^class \w*Uuid/.test(part);
      await writeFile(file, restoreUuids(await readFile(file, "utf8"), /^(?=class )/m, isMeant));
    }
  }
}
