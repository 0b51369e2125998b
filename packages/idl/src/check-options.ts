import { describeValue } from "@seapink/core";
import type { FieldIds, IdlDialect } from "./dialect.ts";
import type { I64 } from "./link-context.ts";

// By word, so that the types show when one is missing.
interface Choices {
  readonly dialect: Readonly<Record<IdlDialect, true>>;
  readonly fieldIds: Readonly<Record<FieldIds, true>>;
  readonly i64: Readonly<Record<I64, true>>;
}

const choices: Choices = {
  dialect: { apache: true, thriftgo: true, fbthrift: true },
  fieldIds: { apache: true, sequential: true, explicit: true },
  i64: { bigint: true, number: true },
};

/** @throws RangeError naming an option that is given, and none of the words that it may be */
export function checkOptions(options: { readonly [Name in keyof Choices]?: unknown }): void {
  for (const [name, words] of Object.entries(choices)) {
    const value = options[name as keyof Choices];
    if (value === undefined || (typeof value === "string" && Object.hasOwn(words, value))) continue;
    const known = Object.keys(words).map((word) => `"${word}"`);
    throw new RangeError(`expected ${name} to be ${known.join(" or ")}, got ${describeValue(value)}`);
  }
}
