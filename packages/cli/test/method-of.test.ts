import { compile, type Program } from "@seapink/idl";
import { expect, test } from "vitest";
import { methodOf, startOf } from "../src/method-of.ts";
import { UsageError } from "../src/usage-error.ts";

function programOf(text: string): Program {
  return compile({ "test.thrift": text });
}

const program = programOf(`
  interaction Door { void open() }
  service Base { void ping() }
  service Store extends Base { void put()  void both()  performs Door }
  service Shop { void buy()  void both() }
  service Corner extends Shop { void sit() }
`);

test.each([
  ["put", "Store", "put"],
  ["Store.put", "Store", "put"],
  ["Store.ping", "Store", "ping"],
  ["ping", "Base", "ping"],
  ["buy", "Shop", "buy"],
  ["Corner.buy", "Corner", "buy"],
])("finds %s as %s.%s", (text, service, method) => {
  const found = methodOf(program, text);
  expect([found.service.name, found.method.name]).toEqual([service, method]);
  expect(startOf(program, text)).toEqual(found);
});

test.each(["Store.createDoor", "createDoor"])("finds what begins an interaction: %s", (text) => {
  const found = startOf(program, text);
  expect(found.method ?? found.begins.name).toBe("Door");
  expect(found.service.name).toBe("Store");
  expect(() => methodOf(program, text)).toThrow(UsageError);
});

test.each([
  ["Store.putt", /expected one of Store\.ping, Store\.put, Store\.both.* got Store\.putt; did you mean put\?$/],
  ["by", /, got by; did you mean buy\?$/],
  ["Shop.zzzzzz", /expected one of Shop\.buy, Shop\.both, got Shop\.zzzzzz$/],
  ["both", /expected Store\.both or Shop\.both or Corner\.both, got both, which each of these services has/],
  ["Stor.put", /expected a service of test\.thrift, got "Stor"; did you mean Store\?/],
  [
    "Door.open",
    /of a service, got Door\.open of an interaction: call what creates it \(Store\.createDoor\), and this /,
  ],
])("refuses %s", (text, message) => {
  expect(() => startOf(program, text)).toThrow(message);
});

test("names what creates an interaction, three at most, where a method of it is to be called", () => {
  const methods = ["a", "b", "c", "d"].map((name) => `Tray ${name}()`).join(" ");
  const trays = programOf(`interaction Tray { i32 level() } interaction Lone { void go() }
    service Base { ${methods} } service Printing extends Base {}`);
  const level = "expected a method of a service, got Tray.level of an interaction";
  expect(() => startOf(trays, "Tray.level")).toThrow(
    new UsageError(`METHOD: ${level}: call what creates it (Base.a, Base.b, Base.c, …), and this with --then`),
  );
  expect(() => startOf(trays, "Lone.go")).toThrow(/got Lone\.go of an interaction, which nothing creates$/);
});

test("says so where there is nothing to call", () => {
  expect(() => methodOf(programOf("struct A {}"), "get")).toThrow("expected a service that has methods, got get");
});

test("names no more than twenty", () => {
  const methods = Array.from({ length: 30 }, (_, index) => `void method${index}x()`).join("\n");
  const text = `service Many { ${methods} }`;
  expect(() => methodOf(programOf(text), "other")).toThrow(/Many\.method19x, …, got other$/);
});
