import * as t from "@seapink/schema/gen1";

// As the generator writes it.

export const Color = { RED: 0, GREEN: 1 } as const;
export type Color = (typeof Color)[keyof typeof Color];
export const ColorType: t.EnumType = t.enumType("Color", Color, { annotations: t.annotations(["paint", "oil"]) });

export interface Item {
  name: string;
  price: bigint;
  color?: Color | undefined;
}
export const Item: t.StructType<Item> = t.struct(
  "Item",
  () => [
    t.field(1, "name", t.string, { requiredness: "required", annotations: t.annotations(["api.query", "q", "name"]) }),
    t.field(2, "price", t.i64),
    t.field(3, "color", ColorType, { requiredness: "optional" }),
  ],
  { annotations: t.annotations(["a", "1"], ["b", "2"]) },
);

export type Found = { field: "item"; value: Item } | { field: "count"; value: number } | t.UnknownField;
export const Found: t.UnionType<Found> = t.union("Found", () => [
  t.field(1, "item", Item, { requiredness: "optional" }),
  t.field(2, "count", t.i32, { requiredness: "optional" }),
]);

export class SoldOut extends Error {
  declare readonly name: "SoldOut";
  declare item: string;
  declare until?: Item | undefined;

  constructor(fields: { item: string; until?: Item | undefined }) {
    super();
    t.setFields(this, fields);
  }
}
export const SoldOutType: t.ExceptionType<SoldOut> = t.exception("SoldOut", SoldOut, () => [
  t.field(1, "item", t.string),
  t.field(2, "until", Item, { requiredness: "optional" }),
]);
