/** What sister packages share and nobody else may count on: it is not under semantic versioning. */
export { wireTypeOf } from "../wire-type-of.ts";
