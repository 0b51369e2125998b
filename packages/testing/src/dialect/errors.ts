import { ApplicationError, type ApplicationErrorCode, codeOfWire, ProtocolError, wireCodeOf } from "@seapink/core";
import { expect, test } from "vitest";
import { failure } from "./failure.ts";
import { callOf } from "./message.ts";
import { play, playOnWays, type Scenario } from "./scenario.ts";
import { onStage, type Stage } from "./stage.ts";
import type { DialectSubject } from "./subject.ts";

const codes: readonly ApplicationErrorCode[] = [
  "unknown",
  "unknown_method",
  "invalid_message_type",
  "internal_error",
  "protocol_error",
  "unsupported_client_type",
  "overloaded",
  "timed_out",
  "quota_exceeded",
  "declined",
  "cancelled",
  "unknown_service",
  "interaction_lost",
  "not_found",
  "permission_denied",
];

const texts = ["plain", "naïve — 平", "a lone \ud800 surrogate", "two\nlines", "x".repeat(10_000)];

const secrets: readonly (readonly [name: string, thrown: unknown])[] = [
  ["an error", new Error("a secret")],
  ["an error of reading", new ProtocolError("invalid_data", "a secret", { offset: 3 })],
  ["a text", "a secret"],
  ["nothing", undefined],
  ["null", null],
];

/** What a handler throws. */
export function errorTests(subject: DialectSubject): void {
  playOnWays(subject, "errors", [...told, ...untold]);
  play(subject, worded);

  test("an error that is thrown before there is a promise is like others", () => {
    const thrown = new Error("at once");
    const handler = (): never => {
      throw thrown;
    };
    return onStage(subject, { handler }, async (stage) => {
      expect(await failure(stage.send(callOf("get")))).toMatchObject({ code: "internal_error" });
      expect(stage.reported()).toEqual([thrown]);
    });
  });
}

const told: readonly Scenario[] = [
  ...codes.map((code): Scenario => ({
    name: `the code ${code} is told`,
    async run(stage) {
      const error = await thrownBy(stage, new ApplicationError(code, "what went wrong"));
      expect(error.message).toBe("what went wrong");
      expect([code, codeOfWire(wireCodeOf(code))]).toContain(error.code);
      expect(error.wireCode).toBe(wireCodeOf(code));
      expect(error.mayHaveRun).toBe(new ApplicationError(error.code, "").mayHaveRun);
      await stage.roundTrip();
    },
  })),
  {
    name: "a number that nobody knows is kept",
    async run(stage) {
      const error = await thrownBy(stage, new ApplicationError("unknown", "custom", { wireCode: 1234 }));
      expect(error).toMatchObject({ code: "unknown", wireCode: 1234, message: "custom" });
    },
  },
];

const untold = secrets.map(([name, thrown]): Scenario => ({
  name: `${name} stays inside, and is reported`,
  async run(stage) {
    const error = await thrownBy(stage, thrown);
    expect(error).toMatchObject({ code: "internal_error", message: "internal error" });
    expect(stage.reported()).toEqual([thrown]);
    await stage.roundTrip();
  },
}));

const worded = texts.map((text): Scenario => ({
  name: `the text ${JSON.stringify(text.slice(0, 30))} is told`,
  async run(stage) {
    const error = await thrownBy(stage, new ApplicationError("not_found", text));
    expect(error.message).toBe(text.toWellFormed());
  },
}));

async function thrownBy(stage: Stage, thrown: unknown): Promise<ApplicationError> {
  const failed = failure(stage.send(callOf("get")));
  (await stage.served.next()).fail(thrown);
  const error = await failed;
  expect(error.name).toBe("ApplicationError");
  return error as ApplicationError;
}
