import { compile } from "@seapink/idl";
import { loadIdl } from "@seapink/idl/node";

const program = await loadIdl(new URL("idl/keyvalue.thrift", import.meta.url));
export const KeyValue = program.service("KeyValue"); // what createClient and implement take
export const NotFoundError = program.exception("NotFoundError"); // the class that a handler throws

const fromText = compile({
  "shop.thrift": 'include "money.thrift" struct Order { 1: money.Money total = {"cents": 100} }',
  "money.thrift": "struct Money { 1: i64 cents }",
});
export const Order = fromText.struct("Order");
