import {
  type DeclaredException,
  fieldId,
  type HeaderMap,
  type Limits,
  noHeaders,
  type Protocol,
  type Reply,
} from "@seapink/core";

const undeclared: DeclaredException = { name: undefined, message: undefined };

/** A result as it came. Whether it holds a declared exception is read off its first field, when somebody asks. */
export class IncomingReply implements Reply {
  readonly headers: HeaderMap = noHeaders;
  readonly body: Uint8Array;
  readonly protocol: Protocol;
  readonly items: undefined;
  readonly limits: Limits;

  constructor(body: Uint8Array, protocol: Protocol, limits: Limits) {
    this.body = body;
    this.protocol = protocol;
    this.limits = limits;
  }

  // Field 0 is the success; void has no field at all.
  get exception(): DeclaredException | undefined {
    const reader = this.protocol.reader(this.body, this.limits);
    reader.structBegin();
    const first = reader.fieldBegin();
    return first === 0 || fieldId(first) === 0 ? undefined : undeclared;
  }
}
