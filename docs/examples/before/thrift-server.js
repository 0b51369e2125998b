import thrift from "thrift";
import * as Orders from "./gen-nodejs/Orders.js";
import { NotFound } from "./gen-nodejs/orders_types.js";

const orders = new Map();

const handler = {
  async put(order) {
    orders.set(String(order.id), order); // an Int64 is an object
    return order.id;
  },
  async get(id) {
    const order = orders.get(String(id));
    if (order === undefined) throw new NotFound({ id });
    return order;
  },
  async forget(id) {
    orders.delete(String(id));
  },
};

const server = thrift.createServer(Orders, handler, {
  transport: thrift.TBufferedTransport,
  protocol: thrift.TBinaryProtocol,
});
server.listen(Number(process.env.PORT ?? 9090), "127.0.0.1", () => console.log(server.address().port));
