import { AddressError } from "@seapink/addresses";
import { OutputError, outcomeOf } from "@seapink/addresses/command";
import { ApplicationError, ProtocolError, TransportError } from "@seapink/core";
import { expect, test } from "vitest";

test.each([
  [new AddressError("tcp://: expected a host"), 2, "tcp://: expected a host"],
  [new RangeError("bytes: expected more than 0"), 2, "bytes: expected more than 0"],
  [new OutputError(Object.assign(new Error("EIO: i/o error, write"), { errno: -5 })), 3, "standard output: i/o error"],
  [new OutputError(new Error("odd")), 3, "standard output: odd"],
  ["a text", 2, "a text"],
  [new TransportError("not_open", "nobody there"), 3, "not_open: nobody there"],
  [new ProtocolError("invalid_data", "a\nb", { offset: 7 }), 3, "invalid_data: a\nb"],
  [new ProtocolError("not_implemented", "no streams", { mayHaveRun: false }), 2, "not_implemented: no streams"],
  [new ApplicationError("timed_out", "too late"), 3, "timed_out: too late"],
  [new ApplicationError("unknown_method", "no \u001bmethod"), 4, "unknown_method: no \u001bmethod"],
])("%s ends a command with %i", (error, exitCode, message) => {
  expect(outcomeOf(error)).toEqual({ exitCode, message });
});
