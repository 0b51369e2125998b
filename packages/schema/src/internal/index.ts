/** What sister packages share and nobody else may count on: it is not under semantic versioning. */
export { checkNesting, innerTypes } from "../check-nesting.ts";
export { type Code, codeText } from "../code.ts";
export { type CodecMode, Compiler } from "../codec.ts";
export { constructorName } from "../constructor-name.ts";
export { emitCodec } from "../emit-codec.ts";
export type { EmitOptions, Gen1Name, GlobalName } from "../emit-scope.ts";
export { didYouMean, type NearBudget, nearBudget, nearHint, nearNames } from "../near.ts";
export { wireTypeOf } from "../wire-type-of.ts";
