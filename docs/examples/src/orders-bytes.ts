import { binary } from "@seapink/protocol-binary";
import { decode, encode } from "@seapink/schema";
import { Order, Status } from "./gen/orders.ts";

const bytes = encode(
  Order,
  {
    id: 9_007_199_254_740_993n,
    status: Status.PAID,
    tags: new Set(["new"]),
    items: new Map([["tea", 2]]),
    payment: { field: "card", value: "4242" },
    receipt: new TextEncoder().encode("paid"),
  },
  binary(),
);
console.log(Buffer.from(bytes).toString("hex"));

const order = decode(Order, bytes, binary());
console.log(order.id, order.status, order.note, order.tags, order.items.get("tea"));
