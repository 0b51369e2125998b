import { unframed } from "@seapink/dialect-classic";
import { binary } from "@seapink/protocol-binary";
import { createClient } from "@seapink/rpc";
import { connect } from "@seapink/transport-tcp";
import { NotFound, Orders, Status } from "./gen/orders.ts";

const dialect = unframed({ protocols: [binary()] }); // TBufferedTransport, TBinaryProtocol
await using channel = await connect({ port: Number(process.env["PORT"] ?? 9090), dialect });
const client = createClient(Orders, channel, { timeoutMs: 2000 });

const id = 9_007_199_254_740_993n;
await client.put({
  order: {
    id,
    status: Status.PAID,
    tags: new Set(["new"]),
    items: new Map([["tea", 2]]),
    payment: { field: "card", value: "4242" },
    receipt: new TextEncoder().encode("paid"),
  },
});
const order = await client.get({ id });
console.log(order.id, order.note, [...order.tags], order.items.get("tea"));
if (order.payment?.field === "card") console.log(order.payment.value, new TextDecoder().decode(order.receipt));
await client.forget({ id });
await client.get({ id }).catch((error: unknown) => console.log(error instanceof NotFound));
