import { generate } from "@seapink/codegen";
import { compile } from "@seapink/idl";

const program = compile({
  "shop.thrift": 'include "money.thrift" struct Item { 1: i64 id 2: money.Currency currency = money.Currency.EUR }',
  "money.thrift": "enum Currency { EUR, USD }",
});
export const [shop, money] = generate([program]); // { path: "shop.ts", source: "shop.thrift", text: "…" }, …
