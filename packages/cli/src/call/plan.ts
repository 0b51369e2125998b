import type { Program } from "@seapink/idl";
import type { InteractionType, Method, ServiceType } from "@seapink/schema";
import { nearHint } from "@seapink/schema/internal";
import { argumentsOf } from "../calling/arguments-of.ts";
import { startOf } from "../method-of.ts";
import { UsageError } from "../usage-error.ts";

/** One call that is to be made. */
export interface Step {
  readonly method: Method;
  readonly args: object;
}

/** All that is to be called, checked before anybody is asked. */
export interface Plan {
  readonly service: ServiceType;
  /** On the service; instead, an interaction may begin without a call of its own. */
  readonly first: Step | undefined;
  readonly begins: InteractionType | undefined;
  /** On the interaction, in order. */
  readonly behind: readonly Step[];
}

export interface PlanTexts {
  readonly method: string;
  /** The arguments; `undefined` where others take their place. */
  readonly json: string | undefined;
  /** `METHOD JSON` each. */
  readonly behind: readonly string[];
}

/** @throws UsageError, IdlError */
export function planOf(program: Program, { method: text, json, behind }: PlanTexts): Plan {
  const start = startOf(program, text);
  const { service } = start;
  const interaction = start.method === undefined ? start.begins : start.method.creates;
  if (interaction === undefined && behind.length > 0)
    throw new UsageError(`--then: expected a call before it that creates an interaction, got ${text}`);
  const first = start.method && {
    method: start.method,
    args: json === undefined ? {} : argumentsOf(start.method, json),
  };
  if (first === undefined) expectNone(text, json);
  const steps = interaction === undefined ? [] : behind.map((one) => stepOf(one, interaction));
  return { service, first, begins: first === undefined ? interaction : undefined, behind: steps };
}

function expectNone(name: string, json = ""): void {
  if (/^\s*(?:\{\s*\}\s*)?$/.test(json)) return;
  throw new UsageError(`args: expected {}, since ${name} has none, got ${JSON.stringify(json.slice(0, 40))}`);
}

function stepOf(text: string, { name, methods }: InteractionType): Step {
  const [, called = "", json = ""] = /^\s*(\S+)\s*(.*)$/s.exec(text) ?? [];
  const short = called.startsWith(`${name}.`) ? called.slice(name.length + 1) : called;
  const method = methods.get(short);
  if (method !== undefined) return { method, args: argumentsOf(method, json, `--then ${short}: args`) };
  const all = [...methods.keys()];
  const names = all.map((one) => `${name}.${one}`).join(", ");
  throw new UsageError(`--then: expected one of ${names}, got ${JSON.stringify(called)}${nearHint(short, all)}`);
}
