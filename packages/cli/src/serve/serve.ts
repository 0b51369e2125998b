import { type Address, parseAddress } from "@seapink/addresses";
import { printable, serveUntilStopped } from "@seapink/addresses/command";
import type { Filter } from "@seapink/core";
import type { Program } from "@seapink/idl";
import type { LogEntry } from "@seapink/rpc";
import type { ServiceType } from "@seapink/schema";
import { type IdlOptions, load } from "../idl-options.ts";
import { UsageError } from "../usage-error.ts";
import { loadScript } from "./load-script.ts";
import { logCalls } from "./log-calls.ts";
import { ambiguousMethods, mockHandler } from "./mock-handler.ts";
import { noScript } from "./script.ts";
import { strayErrors } from "./stray-errors.ts";

export interface ServeOptions extends IdlOptions {
  readonly idl: string;
  readonly listen: readonly string[];
  readonly script?: string;
  readonly service?: readonly string[];
  readonly verbose?: true;
}

/** Answers all methods of a file until the process is told to stop. */
export async function serve(options: ServeOptions): Promise<void> {
  const { script } = options;
  const stray = script === undefined ? undefined : strayErrors(script);
  try {
    await served(options);
  } finally {
    stray?.[Symbol.dispose]();
  }
}

async function served({ idl, listen, script, service, verbose, ...options }: ServeOptions): Promise<void> {
  const addresses = listen.map(parseAddress);
  const program = await load(idl, options);
  const services = servicesOf(program, service);
  const answers = script === undefined ? noScript : await loadScript(script, program);
  const filtersOf = (name: string): readonly Filter[] =>
    verbose ? [logCalls((entry) => console.error(line(name, entry)))] : [];
  await serveUntilStopped(mockHandler(services, answers, { filtersOf }), addresses, {
    service: namedService(services, addresses),
    notes: notesOn(services),
  });
}

/** @throws UsageError, IdlError */
function servicesOf(program: Program, names: readonly string[] | undefined): readonly ServiceType[] {
  if (names !== undefined) return [...new Set(names)].map((name) => program.service(name));
  if (program.services.size > 0) return [...program.services.values()];
  throw new UsageError(`--idl ${program.file}: expected a file with a service, got one without`);
}

/** Who goes by the name in `service=` of an address: the only service, or the one of that name. */
function namedService(services: readonly ServiceType[], addresses: readonly Address[]): string | undefined {
  if (services.length === 1) return services[0]?.name;
  const names = addresses.map(({ speech }) => (speech.dialect === "classic" ? speech.service : undefined));
  const found = services.find(({ name }) => names.includes(name));
  const wanted = names.find((name) => name !== undefined && name !== found?.name);
  if (wanted === undefined) return found?.name;
  throw new UsageError(`--service: expected one, which is served as ${wanted}, got ${services.length} services`);
}

function notesOn(services: readonly ServiceType[]): readonly string[] {
  const names = ambiguousMethods(services);
  if (names.length === 0) return [];
  return [`several services have ${names.join(", ")}: a call must name its service, or --service choose one`];
}

/** A method of an interaction has the name of that before it. */
function line(service: string, { method, outcome, durationMs, peer }: LogEntry): string {
  const name = method.includes(".") ? method : `${service}.${method}`;
  return printable(`${name} ${outcome} ${durationMs.toFixed(1)} ms ${peer ?? ""}`.trimEnd());
}
