import {
  decodeMessage,
  defaultLimits,
  encodeMessage,
  type MessageHead,
  MessageType,
  type Protocol,
  WireType,
  withSequenceId,
} from "@seapink/core";
import * as fc from "fast-check";
import { expect } from "vitest";
import { sameValue } from "../same-value.ts";
import { readShape, shapeCodec, writeShape } from "../shape-codec.ts";
import { law, type Sample, type Subject, samples } from "./subject.ts";
import { written } from "./written.ts";

/** A message: its head, and a struct. */
export interface Message {
  readonly head: MessageHead;
  readonly sample: Sample;
}

/** Names as services have them, and now and then of any characters. */
const names = fc.oneof(fc.stringMatching(/^[A-Za-z_][\w.:]{0,20}$/), fc.string({ unit: "binary", maxLength: 30 }));

export function messages(subject: Subject): fc.Arbitrary<Message> {
  const head = fc.record(
    {
      name: names,
      type: fc.constantFrom(...Object.values(MessageType)),
      seqid: fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff }),
    },
    { noNullPrototype: true },
  );
  return fc.record({ head, sample: samples(subject) });
}

export function encodedMessage(protocol: Protocol, { head, sample }: Message): Uint8Array<ArrayBuffer> {
  return written(protocol, (w) => {
    w.messageBegin(head.name, head.type, head.seqid);
    writeShape(w, sample.shape, sample.value);
    w.messageEnd();
  });
}

/** Where a message ends, as the reader has it. */
export function skipMessage(protocol: Protocol, bytes: Uint8Array): number {
  const reader = protocol.reader(bytes, defaultLimits);
  reader.messageBegin();
  reader.skip(WireType.struct);
  reader.messageEnd();
  return reader.offset;
}

/** Heads survive, and messages are known by their first bytes. */
export function messageLaws(subject: Subject): void {
  const { protocol } = subject;

  law(subject, 0.05, "reads the messages it wrote", messages(subject), (message) => {
    const bytes = encodedMessage(protocol, message);
    const reader = protocol.reader(bytes, defaultLimits);
    expect(reader.messageBegin()).toStrictEqual(message.head);
    expect(sameValue(readShape(reader, message.sample.shape), message.sample.value)).toBe(true);
    reader.messageEnd();
    expect(reader.offset).toBe(bytes.length);
  });

  law(subject, 0.05, "finds the struct in a message, and writes it into another", messages(subject), (message) => {
    const bytes = encodedMessage(protocol, message);
    const { body, ...head } = decodeMessage(bytes, protocol);
    expect(head).toStrictEqual(message.head);
    expect(body).toStrictEqual(shapeCodec(protocol, message.sample.shape).encode(message.sample.value));
    expect(encodeMessage({ ...head, body }, protocol)).toStrictEqual(bytes);
    const seqid = ~head.seqid;
    expect(withSequenceId(bytes, protocol, seqid)).toStrictEqual(
      encodedMessage(protocol, { ...message, head: { ...head, seqid } }),
    );
  });

  law(subject, 0.01, "detects its own messages, never changing its mind", messages(subject), (message) => {
    const bytes = encodedMessage(protocol, { ...message, head: { ...message.head, name: "Service:method" } });
    let answer = "more";
    for (let length = 0; length <= bytes.length; length++) {
      const detected = protocol.detect(bytes.subarray(0, length));
      if (answer !== "more") expect(detected).toBe(answer);
      answer = detected;
    }
    expect(answer).toBe("yes");
  });
}
