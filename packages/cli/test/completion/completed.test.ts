import { addressSchemes } from "@seapink/addresses/notation";
import { expect, test } from "vitest";
import { completedCommands } from "../../src/completion/completed.ts";
import { seapink } from "../../src/seapink.ts";
import { tool } from "./tool.ts";

test("knows what the parser knows", () => {
  const [itself, read, call, many, show, help] = completedCommands(tool());
  const names = ["read", "call", "many", "show", "help"];
  expect(itself).toMatchObject({ name: "", arguments: [names] });
  expect(itself.options.flatMap(({ flags }) => flags)).toEqual(["-V", "--version", "-h", "--help"]);
  expect(read).toMatchObject({ name: "read", arguments: ["file", "name"], isVariadic: false });
  expect(read?.options).toMatchObject([
    { flags: ["-I", "--include"], value: "dir" },
    { flags: ["--json"], value: undefined },
    { flags: ["-h", "--help"] },
  ]);
  expect(call).toMatchObject({ arguments: [addressSchemes, "method", "none"] });
  expect(call?.options.map(({ flags, value }) => [flags[0], value])).toEqual([
    ["--idl", "file"],
    ["--count", "none"],
    ["--then", "step"],
    ["-h", undefined],
  ]);
  expect(many).toMatchObject({ arguments: ["file"], isVariadic: true });
  expect(show).toMatchObject({ arguments: [["bash", "fish"]], options: [{ value: ["a", "b"] }, {}] });
  expect(help).toMatchObject({ arguments: [names] });
});

test("knows all commands of seapink", () => {
  const program = seapink();
  const names = completedCommands(program).map(({ name }) => name);
  expect(names).toEqual(["", ...program.commands.map((command) => command.name()), "help"]);
  expect(names).toContain("decode");
});
