import type { Program } from "@seapink/idl";
import type { InteractionType, Method, ServiceType } from "@seapink/schema";
import { constructorName, nearHint } from "@seapink/schema/internal";
import { creatorsOf } from "./creators.ts";
import { UsageError } from "./usage-error.ts";

/** A method and the service to call it on. */
export interface FoundMethod {
  readonly service: ServiceType;
  readonly method: Method;
}

/** What begins an interaction that a service `performs`, without a call of its own: `FileServer.createFileAccess`. */
export interface FoundBeginning {
  readonly service: ServiceType;
  readonly begins: InteractionType;
  readonly method?: undefined;
}

/**
 * Finds `Service.method`, or `method` where only one service of the file has it, but for those that extend it.
 * @throws UsageError with what there is
 */
export function methodOf(program: Program, text: string): FoundMethod {
  return find(program, text, methodsOf);
}

/**
 * The same, or what begins an interaction.
 * @throws UsageError with what there is
 */
export function startOf(program: Program, text: string): FoundMethod | FoundBeginning {
  expectNoInteraction(program, text);
  return find<FoundMethod | FoundBeginning>(program, text, startsOf);
}

/** More creators than these are no help. */
const mostCreators = 3;

function expectNoInteraction(program: Program, text: string): void {
  const owner = program.files.get(program.file)?.find(text.slice(0, Math.max(0, text.lastIndexOf("."))));
  if (owner?.kind !== "interaction") return;
  const creators = creatorsOf(program, owner.type).map(({ name }) => name);
  const more = creators.length > mostCreators ? ", …" : "";
  const names = `${creators.slice(0, mostCreators).join(", ")}${more}`;
  const hint = names === "" ? ", which nothing creates" : `: call what creates it (${names}), and this with --then`;
  throw new UsageError(`METHOD: expected a method of a service, got ${text} of an interaction${hint}`);
}

function methodsOf(service: ServiceType): Map<string, FoundMethod> {
  return new Map(Array.from(service.methods, ([name, method]) => [name, { service, method }]));
}

function startsOf(service: ServiceType): Map<string, FoundMethod | FoundBeginning> {
  const beginnings = service.performs.map((begins) => [constructorName(begins), { service, begins }] as const);
  return new Map<string, FoundMethod | FoundBeginning>([...methodsOf(service), ...beginnings]);
}

function find<Found extends { readonly service: ServiceType }>(
  program: Program,
  text: string,
  membersOf: (service: ServiceType) => Map<string, Found>,
): Found {
  const dot = text.lastIndexOf(".");
  const name = text.slice(dot + 1);
  const services = dot === -1 ? [...program.services.values()] : [program.service(text.slice(0, dot))];
  const having = services.filter((service) => membersOf(service).has(name));
  const [owner, ...others] = having.filter((service) => !having.some((one) => one === service.extends));
  if (others.length === 0 && owner !== undefined) return membersOf(owner).get(name) as Found;
  if (owner === undefined) throw unknown(text, services, (service) => [...membersOf(service).keys()]);
  const names = having.map((service) => `${service.name}.${name}`).join(" or ");
  throw new UsageError(`METHOD: expected ${names}, got ${text}, which each of these services has`);
}

/** More names than these are no help. */
const mostNames = 20;

function unknown(
  text: string,
  services: readonly ServiceType[],
  namesOf: (service: ServiceType) => readonly string[],
): UsageError {
  const all = services.flatMap((service) => namesOf(service).map((name) => `${service.name}.${name}`));
  if (all.length === 0) return new UsageError(`METHOD: expected a service that has methods, got ${text}`);
  const hint = nearHint(text.slice(text.lastIndexOf(".") + 1), services.flatMap(namesOf));
  const more = all.length > mostNames ? ", …" : "";
  const names = `${all.slice(0, mostNames).join(", ")}${more}`;
  return new UsageError(`METHOD: expected one of ${names}, got ${text}${hint}`);
}
