import { exceptionsOf, type ExceptionType, type Field, type StructType } from "@seapink/schema";

/** Which of the exceptions that these result structs declare an error is: the field that it goes by there. */
export function declaredField(
  error: unknown,
  ...results: readonly (StructType | undefined)[]
): (Field & { readonly type: ExceptionType }) | undefined {
  return results
    .flatMap((result) => (result === undefined ? [] : exceptionsOf(result)))
    .find(({ type }) => error instanceof type.construct);
}
