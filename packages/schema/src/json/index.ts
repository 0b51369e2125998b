/** The JSON mapping of values, the same wherever JSON is shown or read: by the names of the IDL, and exact. */
export { fromJson, fromJsonValues } from "./from-json.ts";
export type { FromJsonOptions, ToJsonOptions, ValueOf } from "./json-options.ts";
export { jsonTexts } from "./json-texts.ts";
export { toJson } from "./to-json.ts";
