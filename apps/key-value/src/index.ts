/** The key-value store as a library, for programs that serve it beside other services or call it. */
export { withClient } from "./call.ts";
export { openKeyValue, type OpenKeyValue } from "./open-key-value.ts";
export { outcomeOf } from "./outcome.ts";
export type { KeyValueClient } from "./gen/keyvalue.ts";
