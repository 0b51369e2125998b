import { readFileSync } from "node:fs";
import thriftrw from "thriftrw";

const source = readFileSync("orders.thrift", "utf8");
const thrift = new thriftrw.Thrift({ source, strict: false, allowOptionalArguments: true });
const Order = thrift.getType("Order");

const bytes = Order.toBuffer({
  id: Buffer.from("0020000000000001", "hex"),
  status: "PAID",
  tags: ["new"],
  items: { tea: 2 },
  payment: { card: "4242" },
  receipt: Buffer.from("paid"),
});
console.log(bytes.toString("hex"));

const order = Order.fromBuffer(bytes);
console.log(order.id.toString("hex"), order.status, order.note, order.tags, order.items.tea);
