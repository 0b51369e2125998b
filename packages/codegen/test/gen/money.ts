// Generated from money.thrift by seapink. Do not edit: `seapink generate` writes it anew.
import * as t from "@seapink/schema/gen1";

/** Amounts of money. */
export const Currency = {
  EUR: 0,
  /**
   * No longer in use.
   * @deprecated use EUR
   */
  DEM: 1,
} as const;
export type Currency = (typeof Currency)[keyof typeof Currency];

export const CurrencyType: t.EnumType = /* @__PURE__ */ t.enumType("Currency", Currency);

export interface Money {
  cents: bigint;
  /** @defaultValue `Currency.EUR` */
  currency?: Currency | undefined;
}

export const Money: t.StructType<Money> = /* @__PURE__ */ t.struct("Money", () => [
  t.field(1, "cents", t.i64, { requiredness: "required" }),
  t.field(2, "currency", CurrencyType, { default: Currency.EUR }),
]);

/** Two exceptions of the same fields are different all the same. */
export class Refused extends Error {
  declare readonly name: "Refused";
  declare message: string;

  constructor(fields: { message: string }, options?: ErrorOptions) {
    super(undefined, options);
    t.setFields(this, fields);
  }
}

export const RefusedType: t.ExceptionType<Refused> = /* @__PURE__ */ t.exception("Refused", Refused, () => [
  t.field(1, "message", t.string),
]);
