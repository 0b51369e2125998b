import { isUuid } from "@seapink/core";
import type { EnumType, I64Type, ScalarType } from "@seapink/schema";
import type { LiteralNode } from "./tree.ts";

/** Told what belongs there instead; returns `undefined`, which is no value. */
export type Mismatch = (expected: string) => undefined;

const largestFloat = 3.4028235677973366e38;

/** The value of a literal for a scalar type. */
export function scalarValue(type: ScalarType, node: LiteralNode, mismatch: Mismatch): unknown {
  switch (type.kind) {
    case "bool":
      return boolValue(node, mismatch);
    case "i8":
    case "i16":
    case "i32":
      return smallInteger(Number(type.kind.slice(1)), node, mismatch);
    case "i64":
      return i64Value(type.as, node, mismatch);
    case "double":
    case "float":
      return floating(type.kind, node, mismatch);
    default:
      return textual(type.kind, node, mismatch);
  }
}

/** Enum constants are mostly names; a number must be one of the enum's. */
export function enumNumber(
  type: EnumType,
  numbers: ReadonlySet<number>,
  node: LiteralNode,
  mismatch: Mismatch,
): number | undefined {
  const number = node.kind === "integer" ? Number(node.value) : undefined;
  return number !== undefined && numbers.has(number) ? number : mismatch(`a value of the enum ${type.name}`);
}

function boolValue(node: LiteralNode, mismatch: Mismatch): boolean | undefined {
  if (node.kind === "bool") return node.value;
  if (node.kind === "integer" && (node.value === 0n || node.value === 1n)) return node.value === 1n;
  return mismatch("true or false");
}

// In Apache's grammar true and false are the integers 1 and 0.
function integerOf(node: LiteralNode): bigint | undefined {
  if (node.kind === "bool") return node.value ? 1n : 0n;
  return node.kind === "integer" ? node.value : undefined;
}

function smallInteger(bits: number, node: LiteralNode, mismatch: Mismatch): number | undefined {
  const value = integerOf(node);
  const half = 2 ** (bits - 1);
  const fits = value !== undefined && BigInt.asIntN(bits, value) === value;
  return fits ? Number(value) : mismatch(`an i${bits}, from ${-half} to ${half - 1}`);
}

function i64Value(as: I64Type["as"], node: LiteralNode, mismatch: Mismatch): bigint | number | undefined {
  const value = integerOf(node);
  if (value === undefined || BigInt.asIntN(64, value) !== value) return mismatch("an i64");
  if (as === "bigint") return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : mismatch("an i64 that a number holds exactly");
}

function floating(kind: "double" | "float", node: LiteralNode, mismatch: Mismatch): number | undefined {
  if (node.kind === "string") return mismatch(`a ${kind}`);
  const value = Number(node.value);
  const fits = Math.abs(value) < (kind === "float" ? largestFloat : Infinity);
  if (!fits) return mismatch(`a ${kind} within its range`);
  return kind === "float" ? Math.fround(value) : value;
}

function textual(kind: "string" | "binary" | "uuid", node: LiteralNode, mismatch: Mismatch): unknown {
  if (node.kind !== "string") return mismatch(`a ${kind} in quotes`);
  if (!node.value.isWellFormed()) return mismatch("well-formed text");
  if (kind === "binary") return new TextEncoder().encode(node.value);
  if (kind === "string") return node.value;
  // Apache's compiler takes braces around it too.
  const digits = node.value.replace(/^\{(.*)\}$/, "$1");
  return isUuid(digits) ? digits.toLowerCase() : mismatch("a uuid in its canonical form");
}
