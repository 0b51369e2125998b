import { describeValue, type Protocol } from "@seapink/core";

const methods = ["writer", "reader", "scanner", "detect"] as const;

/**
 * @throws TypeError for what are no protocols: with the first connection, it would be too late to say so
 * @throws RangeError if there is none
 */
export function checkProtocols(value: unknown): asserts value is readonly [Protocol, ...Protocol[]] {
  if (!Array.isArray(value)) {
    throw new TypeError(`protocols: expected an array such as [binary()], got ${describeValue(value)}`);
  }
  if (value.length === 0) throw new RangeError("protocols: expected at least one, got none");
  for (const [index, protocol] of Array.from<unknown>(value).entries()) checkProtocol(`protocols[${index}]`, protocol);
}

function checkProtocol(name: string, value: unknown): void {
  if (isProtocol(value)) return;
  throw new TypeError(`${name}: expected a protocol such as binary(), got ${describeValue(value)}`);
}

function isProtocol(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const protocol: { readonly [name in keyof Protocol]?: unknown } = value;
  return typeof protocol.name === "string" && methods.every((method) => typeof protocol[method] === "function");
}
