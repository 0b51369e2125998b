import { ApplicationError, TransportError } from "@seapink/core";
import { expect, test } from "vitest";
import { NotFound, NotWritten, Refused } from "../src/gen/filestore.ts";
import { found, MissingFileError } from "../src/missing-file-error.ts";
import { outcomeOf } from "../src/outcome.ts";
import { WrongAnswerError } from "../src/wrong-answer-error.ts";

test.each([
  [new MissingFileError("a\u001b"), 1, "not found: a\u001b"],
  [new NotFound({ path: "a" }), 1, "not found: a"],
  [new Refused({ path: "a", reason: "no" }), 1, "refused: a: no"],
  [new NotWritten({ path: "a", reason: "no space left" }), 1, "not written: a: no space left"],
  [new Refused({ path: "", reason: "no" }), 1, "refused: no"],
  [new WrongAnswerError("a\u001b: no"), 4, "a\u001b: no"],
  [new ApplicationError("permission_denied", "a: no"), 4, "permission_denied: a: no"],
  [new TransportError("closed", "gone"), 3, "closed: gone"],
  [Object.assign(new Error("odd"), { path: "a" }), 2, "odd"],
])("%s ends a command", (error, exitCode, message) => expect(outcomeOf(error)).toEqual({ exitCode, message }));

test("only an answer that says so means that there is no such file", async () => {
  const [none, other] = [new ApplicationError("not_found", "no"), new ApplicationError("overloaded", "no")];
  await expect(found("a", Promise.reject(none))).rejects.toEqual(new MissingFileError("a"));
  await expect(found("a", Promise.reject(other))).rejects.toBe(other);
  expect(await found("a", Promise.resolve(1))).toBe(1);
});
