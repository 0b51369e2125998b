import { type Protocol, ProtocolError, type Writable } from "@seapink/core";
import { expect } from "vitest";
import { encoded } from "./encoded.ts";
import { failure } from "./failure.ts";
import { callOf, replyOf, textOf } from "./message.ts";
import { play, type Scenario } from "./scenario.ts";
import type { StageOptions } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";
import { brokenStruct, textStruct } from "./text-struct.ts";
import { written } from "./written.ts";

const misfit = new ProtocolError("invalid_data", "expected another value");
const small: StageOptions = { limits: { maxFrameBytes: 10_000, maxMessageBytes: 10_000 } };
const tooLarge: Writable = textStruct(1, "x".repeat(20_000));

/** Values that cannot be written: nothing of them is sent, and the connection goes on. */
export function misfitTests(subject: DialectSubject): void {
  play(subject, scenarios);
  play(subject, [
    foreign("no protocol", undefined),
    foreign("a protocol that tells too little", { ...subject.protocol, name: "other", isSelfDescribing: false }),
    subject.protocol.isSelfDescribing
      ? translated({ ...subject.protocol, name: "other" })
      : foreign("a protocol that tells enough, unlike ours", {
          ...subject.protocol,
          name: "other",
          isSelfDescribing: true,
        }),
  ]);
}

const scenarios: readonly Scenario[] = [
  {
    name: "arguments that cannot be written are not sent",
    async run(stage) {
      await stage.roundTrip();
      const before = written(stage.clientLane);
      const error = await failure(stage.send(callOf("get", "", { body: brokenStruct(misfit) })));
      expect(error).toBe(misfit);
      expect(error.mayHaveRun).toBe(false);
      expect(written(stage.clientLane)).toBe(before);
      await stage.roundTrip();
      expect(stage.served.count).toBe(2);
    },
  },
  {
    name: "arguments that fail in their own way fail the call in that way",
    async run(stage) {
      const own = new TypeError("a getter that throws");
      await expect(stage.send(callOf("get", "", { body: brokenStruct(own) }))).rejects.toBe(own);
      await stage.roundTrip();
    },
  },
  {
    name: "a result that cannot be written is an internal error",
    async run(stage) {
      const failed = failure(stage.send(callOf("get")));
      (await stage.served.next()).answer(replyOf("", { body: brokenStruct(misfit) }));
      expect(await failed).toMatchObject({ code: "internal_error", message: "internal error" });
      expect(stage.reported()).toMatchObject([{ cause: misfit }]);
      await stage.roundTrip();
    },
  },
  {
    name: "arguments beyond the limits are not sent",
    stage: small,
    async run(stage) {
      const error = await failure(stage.send(callOf("get", "", { body: tooLarge })));
      expect(["frame_too_large", "size_limit"]).toContain(error.code);
      expect(error.mayHaveRun).toBe(false);
      await stage.roundTrip();
    },
  },
  {
    name: "a result beyond the limits is an internal error",
    stage: small,
    async run(stage) {
      const failed = failure(stage.send(callOf("get")));
      (await stage.served.next()).answer(replyOf("", { body: tooLarge }));
      expect(await failed).toMatchObject({ code: "internal_error" });
      expect(stage.reported()).toHaveLength(1);
      await stage.roundTrip();
    },
  },
];

function foreign(name: string, protocol: Protocol | undefined): Scenario {
  return {
    name: `bytes in ${name} are not sent`,
    async run(stage) {
      const error = await failure(stage.send(callOf("get", "", { body: Uint8Array.of(0), protocol })));
      expect(error).toMatchObject({ code: "not_implemented", mayHaveRun: false });
      await stage.roundTrip();
    },
  };
}

function translated(protocol: Protocol): Scenario {
  return {
    name: "bytes in another protocol are written anew",
    async run(stage) {
      const body = encoded(protocol, textStruct(1, "translated"));
      const answered = stage.send(callOf("get", "", { body, protocol }));
      const served = await stage.served.next();
      expect(served.text).toBe("1 translated");
      served.answer(replyOf("", { body: encoded(protocol, textStruct(0, "back")), protocol }));
      expect(textOf(await answered)).toBe("0 back");
    },
  };
}
