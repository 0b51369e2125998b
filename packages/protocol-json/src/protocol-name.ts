/** Keys in brackets are no JSON, so that what has them may not pass for it. */
export function protocolName(hasRawKeys: boolean): "json" | "json-raw-keys" {
  return hasRawKeys ? "json-raw-keys" : "json";
}
