import { ByteWriter, defaultLimits, WireType } from "@seapink/core";
import { json } from "@seapink/protocol-json";

const protocol = json();
const out = new ByteWriter();
const writer = protocol.writer(out, defaultLimits);
writer.structBegin();
writer.fieldBegin(WireType.string, 1);
writer.string("hello");
writer.fieldEnd();
writer.structEnd();

const reader = protocol.reader(out.take(), defaultLimits);
reader.structBegin();
reader.fieldBegin();
export const text: string = reader.string();
