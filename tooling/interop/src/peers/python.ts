import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { generate } from "./generate.ts";
import type { Peer } from "./peer.ts";
import { processPeer } from "./process-peer.ts";

const run = promisify(execFile);
// That of the distribution, whose packages no other Python sees.
const python = "/usr/bin/python3";
const program = fileURLToPath(new URL("python/main.py", import.meta.url));
const askVersion =
  "import importlib.metadata as m, platform; import thrift; print(platform.python_version(), m.version('thrift'))";

/** Apache's library for Python, as Debian has it. */
export const thriftPython: Peer = {
  name: "thrift-python",
  async prepare(workshop) {
    const versions = await run(python, ["-c", askVersion]).catch(() => undefined);
    if (versions === undefined) return { missing: `${python} with the package python3-thrift is not installed` };
    const generated = await generate(workshop, "py");
    if ("missing" in generated) return generated;
    const [language, library] = versions.stdout.trim().split(" ");
    return processPeer(workshop, {
      version: `Apache Thrift ${library} on Python ${language}, code by ${generated.compiler}`,
      command: [python, "-B", program],
      env: { PYTHONPATH: generated.folder },
      cannot: ({ needs }) => (needs === "uuid" ? "its library knows no uuid" : undefined),
    });
  },
};
