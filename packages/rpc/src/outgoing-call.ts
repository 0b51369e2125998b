import {
  type Call,
  type CallKind,
  describeValue,
  type HeaderMap,
  type Interaction,
  type Items,
  noHeaders,
  now,
  type Writable,
} from "@seapink/core";
import { checkTimeout } from "./check-arguments.ts";
import type { CallOptions } from "./call-options.ts";
import type { Context } from "./context.ts";

/** A call that begins here. */
export class OutgoingCall implements Call {
  readonly service: string | undefined;
  readonly method: string;
  readonly kind: CallKind;
  readonly protocol: undefined;
  readonly headers: HeaderMap;
  readonly body: Writable;
  readonly items: Items | undefined;
  readonly interaction: { readonly of: Interaction; readonly create: boolean } | undefined;
  readonly deadline: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly scope: undefined;
  readonly identity: undefined;

  constructor(
    target: { readonly service: string | undefined; readonly method: string; readonly kind: CallKind },
    body: Writable,
    items: Items | undefined,
    interaction: Call["interaction"],
    options: CallOptions,
    timeoutMs: number,
  ) {
    checkOptions(options);
    this.service = target.service;
    this.method = target.method;
    this.kind = target.kind;
    this.body = body;
    this.items = items;
    this.interaction = interaction;
    this.headers = headersOf(options);
    this.deadline = deadlineOf(options, timeoutMs);
    this.signal = signalOf(options.signal, options.parent);
  }
}

/** Headers that go on to the calls made while answering a call: the trace, and what the caller marked to persist. */
function isHandedOn(name: string): boolean {
  return name === "traceparent" || name === "tracestate" || name === "baggage" || name.startsWith("rpc-persist-");
}

// Whoever has no types may take the options for what they are not.
function checkOptions(options: CallOptions): void {
  if (typeof options !== "object" || options === null) throw wrong("options", "an object", options);
  const { headers, signal, onHeaders }: { readonly [name in keyof CallOptions]?: unknown } = options;
  if (headers !== undefined && (typeof headers !== "object" || headers === null))
    throw wrong("headers", "a map or an object", headers);
  if (signal !== undefined && !(typeof signal === "object" && signal !== null && "aborted" in signal))
    throw wrong("signal", "an AbortSignal", signal);
  if (onHeaders !== undefined && typeof onHeaders !== "function") throw wrong("onHeaders", "a function", onHeaders);
}

function wrong(name: string, expected: string, value: unknown): TypeError {
  return new TypeError(`${name}: expected ${expected}, got ${describeValue(value)}`);
}

function headersOf({ headers, parent }: CallOptions): HeaderMap {
  if (headers === undefined && (parent === undefined || parent.headers.size === 0)) return noHeaders;
  const all = new Map<string, string>();
  for (const [name, value] of parent?.headers ?? []) if (isHandedOn(name)) all.set(name, value);
  for (const [name, value] of entriesOf(headers)) {
    if (typeof value !== "string") throw wrong(`headers.${name}`, "a string", value);
    all.set(name.toLowerCase(), value);
  }
  return all;
}

function entriesOf(headers: CallOptions["headers"] = noHeaders): Iterable<readonly [string, string]> {
  return Symbol.iterator in headers ? headers : Object.entries(headers);
}

function deadlineOf({ timeoutMs, parent }: CallOptions, defaultTimeoutMs: number): number | undefined {
  if (timeoutMs !== undefined) checkTimeout(timeoutMs);
  const own = timeoutMs ?? defaultTimeoutMs;
  const given = parent?.call.deadline;
  if (own === Number.POSITIVE_INFINITY) return given;
  const deadline = now() + own;
  return given === undefined || deadline < given ? deadline : given;
}

function signalOf(own: AbortSignal | undefined, parent: Context | undefined): AbortSignal | undefined {
  const given = parent?.call.signal;
  return own === undefined || given === undefined ? (own ?? given) : AbortSignal.any([own, given]);
}
