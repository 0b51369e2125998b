import { type HeaderMap, noHeaders } from "@seapink/core";
import type { RequestMetadata } from "../metadata/request-metadata.ts";
import type { ResponseMetadata } from "../metadata/response-metadata.ts";

type Texts =
  | "loadMetric"
  | "secondaryLoadMetric"
  | "stopperMetric"
  | "grLoadMetric"
  | "clientId"
  | "serviceTraceMeta"
  | "tenantId";
type Numbers = "queueTimeoutMs" | "priority";
type Loads = "load" | "secondaryLoad" | "stopperMetric" | "grLoad";

/** Headers of THeader that have fields of their own in Rocket (§ 8.4). */
const texts: ReadonlyMap<string, Texts> = new Map([
  ["load", "loadMetric"],
  ["secondary_load", "secondaryLoadMetric"],
  ["stopper_metric", "stopperMetric"],
  ["gr_load", "grLoadMetric"],
  ["client_id", "clientId"],
  ["service_trace_meta", "serviceTraceMeta"],
  ["tenant_id", "tenantId"],
]);
const numbers: ReadonlyMap<string, Numbers> = new Map([
  ["queue_timeout", "queueTimeoutMs"],
  ["thrift_priority", "priority"],
]);
const loads: ReadonlyMap<string, Loads> = new Map([
  ["load", "load"],
  ["secondary_load", "secondaryLoad"],
  ["stopper_metric", "stopperMetric"],
  ["gr_load", "grLoad"],
]);

/** A header that only some dialects have a place for; here there is none. */
const isPseudo = (name: string): boolean => name.startsWith(":");

const mostI32 = 0x7fff_ffff;

type Lifted = { -readonly [name in Texts | Numbers | "otherMetadata"]?: RequestMetadata[name] };

/** The headers of a call as fields of its metadata. */
export function liftRequest(headers: HeaderMap): Lifted {
  const lifted: Lifted = {};
  const others = new Map<string, string>();
  for (const [name, value] of headers) {
    const text = texts.get(name);
    const number = numbers.get(name);
    if (text !== undefined) lifted[text] = value;
    else if (number !== undefined && isNumber(value)) lifted[number] = Number(value);
    else if (!isPseudo(name)) others.set(name, value);
  }
  if (others.size > 0) lifted.otherMetadata = others;
  return lifted;
}

function isNumber(value: string): boolean {
  return /^\d{1,10}$/.test(value) && Number(value) <= mostI32;
}

// Most calls have none of them, and looking at each by name costs more than reading their arguments.
function isBare(metadata: RequestMetadata): boolean {
  const { loadMetric, secondaryLoadMetric, stopperMetric, grLoadMetric } = metadata;
  const { clientId, serviceTraceMeta, tenantId, queueTimeoutMs, priority } = metadata;
  return (
    (loadMetric ?? secondaryLoadMetric ?? stopperMetric ?? grLoadMetric ?? clientId) === undefined &&
    (serviceTraceMeta ?? tenantId ?? queueTimeoutMs ?? priority) === undefined
  );
}

/** The other way. */
export function lowerRequest(headers: HeaderMap, metadata: RequestMetadata): HeaderMap {
  if (headers.size === 0 && isBare(metadata)) return noHeaders;
  const all = new Map<string, string>();
  for (const [name, value] of headers) if (!isPseudo(name)) all.set(name, value);
  for (const [name, field] of texts) {
    const value = metadata[field];
    if (value !== undefined) all.set(name, value);
  }
  for (const [name, field] of numbers) {
    const value = metadata[field];
    if (value !== undefined) all.set(name, String(value));
  }
  return all.size === 0 ? noHeaders : all;
}

type Response = { -readonly [name in Loads | "otherMetadata"]?: ResponseMetadata[name] };

/** The headers of an answer as fields of its metadata. */
export function liftResponse(headers: HeaderMap): Response {
  const lifted: Response = {};
  const others = new Map<string, string>();
  for (const [name, value] of headers) {
    const load = loads.get(name);
    if (load !== undefined && /^-?\d{1,18}$/.test(value)) lifted[load] = BigInt(value);
    else if (!isPseudo(name)) others.set(name, value);
  }
  if (others.size > 0) lifted.otherMetadata = others;
  return lifted;
}

/** The other way. */
export function lowerResponse(headers: HeaderMap, metadata: ResponseMetadata): HeaderMap {
  const { load, secondaryLoad, stopperMetric, grLoad } = metadata;
  if (headers.size === 0 && (load ?? secondaryLoad ?? stopperMetric ?? grLoad) === undefined) return noHeaders;
  const all = new Map<string, string>();
  for (const [name, value] of headers) if (!isPseudo(name)) all.set(name, value);
  for (const [name, field] of loads) {
    const value = metadata[field];
    if (value !== undefined) all.set(name, String(value));
  }
  return all.size === 0 ? noHeaders : all;
}
