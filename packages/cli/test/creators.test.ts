import { compile, type Program } from "@seapink/idl";
import type { InteractionType } from "@seapink/schema";
import { expect, test } from "vitest";
import { creatorsOf } from "../src/creators.ts";

const program = compile({
  "printing.thrift": `
    include "shared.thrift"
    interaction Tray { i32 level() }
    service Base { Tray openTray() }
    service Printing extends Base { void print()  Tray, i32 tray()  performs Tray }
    service Desk extends shared.Office { void sit() }`,
  "shared.thrift": `interaction Door { void open() }
    interaction Window { void open() }
    service Office { Door door() }`,
});

test.each([
  ["Tray", ["Base.openTray", "Printing.tray", "Printing.createTray"]],
  ["shared.Door", ["Desk.door"]],
  ["shared.Window", []],
])("finds what %s begins with", (name, creators) => {
  expect(creatorsOf(program, interaction(program, name)).map((one) => one.name)).toEqual(creators);
});

test("finds what is in included files alone", () => {
  const shared = compile({
    "a.thrift": `include "b.thrift" service A { void a() }`,
    "b.thrift": "interaction Door { void open() } service B { Door door(1: i32 number) }",
  });
  const [creator] = creatorsOf(shared, interaction(shared, "b.Door"));
  expect(creator?.name).toBe("b.B.door");
  expect(creator?.method).toBe(shared.service("b.B").methods.get("door"));
});

function interaction({ file, files }: Program, name: string): InteractionType {
  const found = files.get(file)?.find(name);
  if (found?.kind !== "interaction") throw new Error(`expected an interaction, got ${name}`);
  return found.type;
}
