import {
  ByteWriter,
  copyStruct,
  defaultLimits,
  type ProtocolReader,
  type ProtocolWriter,
  WireType,
} from "@seapink/core";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { sameValue } from "../same-value.ts";
import { readShape, shapeCodec } from "../shape-codec.ts";
import { law, type Subject, samples } from "./subject.ts";
import { written, writtenMessage } from "./written.ts";

/** What is written is what is read, or stepped over. */
export function valueLaws(subject: Subject): void {
  const { protocol } = subject;

  test("goes by one name, for writing and reading", () => {
    expect(protocol.writer(new ByteWriter(), defaultLimits).protocol).toBe(protocol.name);
    expect(protocol.reader(new Uint8Array(0), defaultLimits).protocol).toBe(protocol.name);
  });

  law(subject, 0.3, "reads what it wrote, to the last byte", samples(subject), ({ shape, value }) => {
    const bytes = shapeCodec(protocol, shape).encode(value);
    const reader = protocol.reader(bytes, defaultLimits);
    const read = readShape(reader, shape);
    if (!sameValue(read, value)) expect(read).toStrictEqual(value);
    expect(reader.offset).toBe(bytes.length);
  });

  const among = fc.tuple(samples(subject), fc.uint8Array({ maxLength: 8 }), fc.uint8Array({ maxLength: 8 }));
  law(subject, 0.1, "skips a value to exactly its end, wherever it lies", among, ([sample, before, after]) => {
    const bytes = shapeCodec(protocol, sample.shape).encode(sample.value);
    const all = Uint8Array.from([...before, ...bytes, ...after]);
    const reader = protocol.reader(all.subarray(before.length), defaultLimits);
    reader.skip(WireType.struct);
    expect(reader.offset).toBe(bytes.length);
  });

  law(subject, 0.1, "skips fields that nobody knows", samples(subject), ({ shape, value }) => {
    const bytes = shapeCodec(protocol, shape).encode(value);
    const reader = protocol.reader(bytes, defaultLimits);
    expect(readShape(reader, { struct: [] })).toStrictEqual({});
    expect(reader.offset).toBe(bytes.length);
  });

  const copyText = protocol.isSelfDescribing ? undefined : copyString;
  law(subject, 0.1, "copies a struct that it knows nothing of", samples(subject), ({ shape, value }) => {
    const bytes = shapeCodec(protocol, shape).encode(value);
    const copy = written(protocol, (w) => copyStruct(protocol.reader(bytes, defaultLimits), w, copyText));
    expect(copy).toStrictEqual(bytes);
  });

  law(subject, 0.02, "passes on a struct that is encoded already", samples(subject), ({ shape, value }) => {
    const bytes = shapeCodec(protocol, shape).encode(value);
    const message = writtenMessage(protocol, "m", (w) => w.raw(bytes));
    const reader = protocol.reader(message, defaultLimits);
    reader.messageBegin();
    expect(sameValue(readShape(reader, shape), value)).toBe(true);
    reader.messageEnd();
  });
}

// What is not told apart is text in both.
function copyString(reader: ProtocolReader, writer: ProtocolWriter): void {
  writer.string(reader.string());
}
