import thrift from "thrift";
import * as Orders from "./gen-nodejs/Orders.js";
import { NotFound, Status } from "./gen-nodejs/orders_types.js";

const connection = thrift.createConnection("127.0.0.1", Number(process.env.PORT ?? 9090), {
  transport: thrift.TBufferedTransport,
  protocol: thrift.TBinaryProtocol,
});
connection.on("error", console.error);
const client = thrift.createClient(Orders, connection);

const id = new thrift.Int64("0x20000000000001");
await client.put({
  id,
  status: Status.PAID,
  tags: ["new"],
  items: { tea: 2 },
  payment: { card: "4242" },
  receipt: Buffer.from("paid"),
});
const order = await client.get(id);
console.log(order.id.toOctetString(), order.note, order.tags, order.items.tea);
console.log(order.payment.card, order.payment.voucher, String(order.receipt));
await client.forget(id);
await client.get(id).catch((error) => console.log(error instanceof NotFound));
connection.end();
