import { ProtocolError } from "@seapink/core";
import { expectCode } from "@seapink/testing";
import { describe, expect, test } from "vitest";

const refuse = (): never => {
  throw new ProtocolError("size_limit", "expected less");
};

describe("expecting a code", () => {
  test("is content with that code", () => expect(() => expectCode(refuse, "size_limit")).not.toThrow());

  test("fails for another code, naming it", () => {
    expect(() => expectCode(refuse, "invalid_data")).toThrow(/size_limit/);
  });

  test("fails where nothing is thrown, naming what came", () => {
    expect(() => expectCode(() => 7, "invalid_data")).toThrow("expected an error with code invalid_data, got 7");
  });

  test("lets errors of others through", () => {
    const defect = new TypeError("not a function");
    const fail = (): never => {
      throw defect;
    };
    expect(() => expectCode(fail, "invalid_data")).toThrow(defect);
  });
});
