import { describe, expect, test } from "vitest";
import { findMethod } from "../src/find-method.ts";

class Base {
  readonly arrow = (): string => "arrow";

  inherited(): string {
    return "base";
  }

  overridden(): string {
    return "base";
  }
}

class Derived extends Base {
  #secret = "secret";

  override overridden(): string {
    return "derived";
  }

  get gotten(): () => string {
    return () => this.#secret;
  }

  override toString(): string {
    return "a method of the class";
  }

  static still(): void {}
}

const named = {
  constructor: () => "constructor",
  toString: () => "toString",
  // oxlint-disable-next-line unicorn/no-thenable -- a name like others in an IDL
  then: () => "then",
  ["__proto__"]: () => "__proto__",
};

describe("finds", () => {
  test.each([
    [new Derived(), "inherited", "base"],
    [new Derived(), "overridden", "derived"],
    [new Derived(), "arrow", "arrow"],
    [new Derived(), "gotten", "secret"],
    [new Derived(), "toString", "a method of the class"],
    [named, "constructor", "constructor"],
    [named, "toString", "toString"],
    [named, "then", "then"],
    [named, "__proto__", "__proto__"],
    [Object.assign(Object.create(null) as object, { bare: () => "bare" }), "bare", "bare"],
    [Object.create(named) as object, "toString", "toString"],
  ])("in %o the method %s", (implementation, name, result) => {
    expect(findMethod(implementation, name)?.call(implementation)).toBe(result);
  });
});

describe("does not find", () => {
  test.each([
    [{}, "constructor"],
    [{}, "toString"],
    [{}, "hasOwnProperty"],
    [{}, "__proto__"],
    [{}, "__defineGetter__"],
    [Object.create(null) as object, "toString"],
    [new Derived(), "constructor"],
    [new Derived(), "still"],
    [new Derived(), "secret"],
    [{ text: "no function" }, "text"],
    [{ absent: undefined }, "absent"],
  ])("in %o the method %s", (implementation, name) => {
    expect(findMethod(implementation, name)).toBeUndefined();
  });

  test("a method of a class under what hides it", () => {
    expect(findMethod(Object.assign(new Derived(), { inherited: 5 }), "inherited")).toBeUndefined();
  });
});
