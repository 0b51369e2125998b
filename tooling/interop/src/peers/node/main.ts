// `main.ts serve|call SETTINGS`: a server that says `ready PORTS`, or a client that says a line for each case.
import { call } from "./call.ts";
import { serve } from "./serve.ts";
import type { NodeSettings } from "./settings.ts";

const [role, settings = "{}"] = process.argv.slice(2);
// The parent keeps our input open as long as it lives.
process.stdin.resume().once("end", () => process.exit());
await (role === "serve" ? serve : call)(JSON.parse(settings) as NodeSettings);
