import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import thriftrw from "thriftrw";

const source = readFileSync("orders.thrift", "utf8");
const thrift = new thriftrw.Thrift({ source, strict: false, allowOptionalArguments: true });
const { argumentsMessageRW, resultMessageRW } = thrift.Orders.get;

const socket = connect(Number(process.env.PORT ?? 9090), "127.0.0.1");
const body = { id: Buffer.from("0020000000000001", "hex") };
const call = new thrift.Message({ id: 7, name: "get", type: "CALL", body }); // version 0: the old header
const message = argumentsMessageRW.toBuffer(call).value;
const length = Buffer.alloc(4);
length.writeInt32BE(message.length);
socket.write(Buffer.concat([length, message]));

const [frame] = await once(socket, "data");
const answer = resultMessageRW.readFrom(frame, 4).value;
console.log(answer.id, answer.type, answer.body.notFound.id.toString("hex"));
socket.end();
