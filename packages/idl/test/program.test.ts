import { expect, test } from "vitest";
import { compile, type DiagnosticCode, IdlError, type Program } from "../src/index.ts";

const program = compile({
  "shop.thrift": `include "base.thrift"
    struct Order { 1: base.Money total = base.FREE }
    union Choice { 1: i32 a }
    exception OutOfStock { 1: string message, 2: i32 left }
    enum Size { SMALL LARGE }
    typedef list<Order> Orders
    const i32 LIMIT = 3
    interaction Basket { void add(1: Order order) }
    service Shop extends base.Status { Basket open() throws (1: OutOfStock out) }
    service Admin {}`,
  "base.thrift": `struct Money { 1: i64 cents } const Money FREE = {"cents": 0}
    service Status { string status() } exception Broken {}`,
});

test("has the services of the entry file, the trees of all files, and no warnings", () => {
  expect(program.file).toBe("shop.thrift");
  expect([...program.services.keys()]).toEqual(["Shop", "Admin"]);
  expect(program.services.get("Shop")).toBe(program.service("Shop"));
  expect(program.services).toBe(program.services);
  expect(Array.from(program.files.values(), ({ definitions }) => definitions.length)).toEqual([9, 4]);
  expect(program.warnings).toEqual([]);
});

test("finds definitions by name, with the prefix of an include", () => {
  expect(program.service("base.Status").methods.has("status")).toBe(true);
  expect(program.struct("base.Money").name).toBe("Money");
  expect(program.interaction("Basket").methods.get("add")?.wireName).toBe("Basket.add");
  expect(["Order", "Choice", "OutOfStock", "Size"].map((name) => program.type(name).kind)).toEqual([
    "struct",
    "union",
    "exception",
    "enum",
  ]);
  expect(program.type("Orders")).toEqual({ kind: "list", of: program.struct("Order") });
  expect(program.constant("LIMIT")).toBe(3);
  expect(program.constant("base.FREE")).toEqual({ cents: 0n });
});

test("a file of it finds names as its text means them, and has its definitions made once", () => {
  const { files } = compile({
    "a.thrift": 'include "b.thrift" struct A {} const i32 A = 1',
    "b.thrift": "struct B {}",
  });
  const file = files.get("a.thrift");
  expect([file?.find("A")?.kind, file?.findConstant("A")?.kind]).toEqual(["struct", "const"]);
  expect([file?.find("b.B")?.kind, file?.findConstant("b.B")?.kind, file?.find("B")]).toEqual([
    "struct",
    "struct",
    undefined,
  ]);
  expect(file?.definitions).toBe(file?.definitions);
  expect(file?.definitions[0]).toBe(file?.find("A"));
});

test("gives one class for each exception", () => {
  const OutOfStock = program.exception("OutOfStock");
  const error = new OutOfStock({ message: "sold", left: 0 });
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({ name: "OutOfStock", message: "sold", left: 0 });
  expect(program.exception("OutOfStock")).toBe(OutOfStock);
  expect(program.exception("base.Broken")).not.toBe(OutOfStock);
});

test.each<[look: (program: Program) => unknown, code: DiagnosticCode, message: string]>([
  [(p) => p.service("Shopp"), "unresolved", 'expected a service of shop.thrift, got "Shopp"; did you mean Shop?'],
  [
    (p) => p.service("Status"),
    "unresolved",
    'expected a service of shop.thrift, got "Status"; did you mean base.Status?',
  ],
  [(p) => p.service("X"), "unresolved", 'expected a service of shop.thrift, got "X"; it has Shop, Admin, base.Status'],
  [
    (p) => p.service("Order"),
    "wrong_kind",
    'expected a service of shop.thrift, got the struct "Order"; it has Shop, Admin, base.Status',
  ],
  [
    (p) => p.struct("Choice"),
    "wrong_kind",
    'expected a struct of shop.thrift, got the union "Choice"; it has Order, base.Money',
  ],
  [
    (p) => p.interaction("basket"),
    "unresolved",
    'expected an interaction of shop.thrift, got "basket"; did you mean Basket?',
  ],
  [
    (p) => p.exception("Broken"),
    "unresolved",
    'expected an exception of shop.thrift, got "Broken"; did you mean base.Broken?',
  ],
  [
    (p) => p.type("LIMIT"),
    "wrong_kind",
    'expected a type of shop.thrift, got the const "LIMIT"; it has Order, Choice, OutOfStock, Size, Orders, …',
  ],
  [(p) => p.constant("LIMITS"), "unresolved", 'expected a constant of shop.thrift, got "LIMITS"; did you mean LIMIT?'],
  [
    (p) => p.struct("__proto__"),
    "unresolved",
    'expected a struct of shop.thrift, got "__proto__"; it has Order, base.Money',
  ],
  [
    (p) => p.struct("nowhere.Order"),
    "unresolved",
    'expected a struct of shop.thrift, got "nowhere.Order"; it has Order, base.Money',
  ],
])("says what there is instead of a name that is not there (%#)", (look, code, message) => {
  expect(() => look(program)).toThrow(new IdlError(code, message, { file: "shop.thrift" }));
});

test("says so if there is nothing of the kind", () => {
  expect(() => compile({ "a.thrift": "" }).service("S")).toThrow(
    'expected a service of a.thrift, got "S"; it has none',
  );
});

test.each(["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"])(
  "takes %s for a name like any other",
  (name) => {
    const text = `struct ${name} { 1: i32 ${name} } exception ${name}2 { 1: string ${name} }
    service ${name}3 { ${name} ${name}(1: ${name} ${name}) throws (1: ${name}2 e) } enum ${name}4 { ${name} }
    const ${name}4 ${name}5 = ${name}4.${name}  const ${name} ${name}6 = {"${name}": 7}`;
    const program = compile({ "a.thrift": text });
    const method = program.service(`${name}3`).methods.get(name);
    expect(method?.args.fields[0]).toMatchObject({ name, type: { name } });
    expect(method?.result.fields[0]?.type).toBe(program.struct(name));
    expect(program.constant(`${name}5`)).toBe(0);
    expect(Object.entries(program.constant(`${name}6`) as object)).toEqual([[name, 7]]);
    const error = new (program.exception(`${name}2`))(Object.fromEntries([[name, "x"]]));
    expect(Object.getOwnPropertyDescriptor(error, name)?.value).toBe("x");
  },
);
