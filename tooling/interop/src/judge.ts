import { type Method, type StructType, successOf, type Type } from "@seapink/schema";
import type { Case, Expected, Outcome } from "./case.ts";
import { normal } from "./normal.ts";
import { isPlainStruct, type Plain } from "./plain.ts";

/** Why the outcome is not what was expected; `undefined` if it is. */
export function judge({ expected, method: name }: Case, outcome: Outcome, method: Method): string | undefined {
  if ("broken" in outcome) return outcome.broken;
  if ("returns" in expected && "returned" in outcome) {
    return difference(typeOf(method), expected.returns, outcome.returned);
  }
  if ("returnsEach" in expected && "returned" in outcome) {
    const type = typeOf(method);
    return difference(type && { kind: "list", of: type }, expected.returnsEach, outcome.returned);
  }
  if ("sees" in expected && "returned" in outcome) return seen(method, expected.sees, outcome.returned);
  if ("throws" in expected && "threw" in outcome && expected.throws === outcome.threw) {
    return difference(thrownType(method, expected.throws), expected.value, outcome.value);
  }
  if ("fails" in expected && "failed" in outcome && expected.fails === outcome.failed) return undefined;
  if ("sentWithinMs" in expected && "returned" in outcome) return late(expected.sentWithinMs, outcome.ms);
  return `expected ${name} to ${expectation(expected)}, it ${told(outcome)}`;
}

function difference(type: Type | undefined, expected: Plain, got: Plain): string | undefined {
  if (type === undefined) return expected === got ? undefined : apart(JSON.stringify(expected), JSON.stringify(got));
  const wanted = JSON.stringify(normal(type, expected));
  const found = JSON.stringify(normalOrAsItIs(type, got));
  return wanted === found ? undefined : apart(wanted, found);
}

/** Peers may tell of anything. */
function normalOrAsItIs(type: Type, plain: Plain): Plain {
  try {
    return normal(type, plain);
  } catch (error) {
    if (error instanceof TypeError) return plain;
    throw error;
  }
}

/** Enough of both texts to see where they part. */
function apart(expected: string, got: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at++;
  const from = Math.max(0, at - 30);
  return `expected ${cut(expected, from)}, got ${cut(got, from)}`;
}

function cut(text: string, from: number): string {
  const part = text.slice(from, from + 80);
  return `${from > 0 ? "…" : ""}${part}${from + 80 < text.length ? "…" : ""}`;
}

function seen(method: Method, expected: Plain, returned: Plain): string | undefined {
  const type = (typeOf(method) as StructType).fields[0]?.type;
  if (!isPlainStruct(returned)) return `expected the value and its text, got ${JSON.stringify(returned)}`;
  const { value = null, text } = returned;
  if (typeof text !== "string") return `expected the value and its text, got ${JSON.stringify(returned)}`;
  const back = difference(type, expected, value);
  if (back !== undefined) return `came back changed: ${back}`;
  const there = difference(type, expected, parsed(text));
  return there === undefined ? undefined : `the server saw something else: ${there}`;
}

function parsed(text: string): Plain {
  return JSON.parse(text) as Plain;
}

function typeOf({ result }: Method): Type | undefined {
  return successOf(result)?.type;
}

function thrownType({ result }: Method, name: string): Type | undefined {
  return result.fields.map((field) => field.type).find((type) => type.kind === "exception" && type.name === name);
}

function late(withinMs: number, ms: number): string | undefined {
  return ms <= withinMs ? undefined : `expected to return within ${withinMs} ms, took ${Math.round(ms)} ms`;
}

function expectation(expected: Expected): string {
  if ("throws" in expected) return `throw ${expected.throws}`;
  if ("fails" in expected) return `fail with system error ${expected.fails}`;
  return "sentWithinMs" in expected ? "be sent" : "return";
}

function told(outcome: Outcome): string {
  if ("returned" in outcome) return `returned ${cut(JSON.stringify(outcome.returned), 0)}`;
  if ("threw" in outcome) return `threw ${outcome.threw}`;
  return "failed" in outcome ? `failed with system error ${outcome.failed} (${outcome.message})` : outcome.broken;
}
