// What `thrift --gen js:node,es6 orders.thrift` writes does the same in more lines.
import thrift from "thrift";
import { binary, i32, i64, map, set, string, struct, structOf } from "./struct.js";

export const Status = { OPEN: 1, PAID: 2 };

const Payment = struct("Payment", [
  [1, "card", string],
  [2, "voucher", i64],
]);

export const Order = struct("Order", [
  [1, "id", i64],
  [2, "status", i32, Status.OPEN],
  [3, "note", string],
  [4, "tags", set(string)],
  [5, "items", map(string, i32)],
  [6, "payment", structOf(Payment)],
  [7, "receipt", binary],
]);

export const NotFound = struct("NotFound", [[1, "id", i64]], thrift.Thrift.TException);
