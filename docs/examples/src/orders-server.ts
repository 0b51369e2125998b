import { framed, unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { implement } from "@seapink/rpc";
import { listen } from "@seapink/transport-tcp";
import { NotFound, type Order, Orders } from "./gen/orders.ts";

const orders = new Map<bigint, Order>();

const handler = implement(Orders, {
  put({ order }) {
    orders.set(order.id, order); // an i64 is a bigint
    return order.id;
  },
  get({ id }) {
    const order = orders.get(id);
    if (order === undefined) throw new NotFound({ id });
    return order;
  },
  forget({ id }) {
    orders.delete(id);
  },
});

const protocols = [binary({ oldHeader: "accept" })]; // as thriftrw may write it, too
const dialects = [unframed({ protocols }), framed({ protocols })]; // told apart by the first bytes
const server = await listen(handler, { port: Number(process.env["PORT"] ?? 9090), dialects });
console.log(server.port);
