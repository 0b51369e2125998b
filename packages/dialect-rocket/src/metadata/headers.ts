import { type HeaderMap, type Limits, noHeaders, ProtocolError } from "@seapink/core";

/** A unit of UTF-16 takes no more of UTF-8. */
const mostBytesOfUnit = 3;
const encoder = new TextEncoder();

/**
 * The headers that metadata has, if any: the same map.
 * @throws ProtocolError `size_limit` for more of them, or more bytes, than the limits allow
 */
export function headersOf(headers: HeaderMap | undefined, limits: Limits): HeaderMap {
  if (headers === undefined || headers.size === 0) return noHeaders;
  const { maxHeaders, maxHeaderBytes } = limits;
  if (headers.size > maxHeaders) beyond(`expected at most ${maxHeaders} headers, got ${headers.size}`);
  // Counted only where there may be too many.
  if (mostBytesOfUnit * unitsOf(headers) > maxHeaderBytes) checkBytes(headers, maxHeaderBytes);
  return headers;
}

function unitsOf(headers: HeaderMap): number {
  let units = 0;
  for (const [name, value] of headers) units += name.length + value.length;
  return units;
}

function checkBytes(headers: HeaderMap, most: number): void {
  let bytes = 0;
  for (const [name, value] of headers) bytes += encoder.encode(name).length + encoder.encode(value).length;
  if (bytes > most) beyond(`expected at most ${most} bytes of headers, got ${bytes}`);
}

function beyond(message: string): never {
  throw new ProtocolError("size_limit", message, { mayHaveRun: true });
}
