import { join } from "node:path";
import { expect, test } from "vitest";
import { checkFiles } from "../../src/check/check-files.ts";
import { folderOf } from "../folder.ts";

const good = "struct A { 1: i32 a }\n";
const bad = "struct A { 1: Nothing a }\n";
const doubtful = "namespace js a\nnamespace js b\n";

test.each([
  ["no errors", { "a.thrift": good }, ["a.thrift"], 0, "1 file: 0 errors, 0 warnings"],
  ["warnings", { "a.thrift": doubtful }, ["a.thrift"], 0, "1 file: 0 errors, 1 warning"],
  ["an error", { "a.thrift": bad, "b.thrift": good }, ["b.thrift", "a.thrift"], 1, "2 files: 1 error, 0 warnings"],
  ["no file", { "a.thrift": bad }, ["b.thrift", "a.thrift"], 2, "2 files: 1 error, 0 warnings, 1 not read"],
  ["the same twice", { "a.thrift": bad }, ["a.thrift", "a.thrift"], 1, "1 file: 1 error, 0 warnings"],
])("%s", async (_, files, names, exitCode, summary) => {
  const folder = folderOf(files);
  const checked = await checkFiles(
    names.map((name) => join(folder, name)),
    {},
  );
  expect(checked).toMatchObject({ exitCode, summary });
});

test("shows where an error is, with the line and a caret", async () => {
  const file = join(folderOf({ "a.thrift": bad }), "a.thrift");
  const { findings } = await checkFiles([file], {});
  expect(findings).toEqual([
    `${file}:1:15: error: expected a type, got "Nothing", which is not defined\n1 | ${bad.trim()}\n  |               ^^^^^^^`,
  ]);
});

test("tells of a file that several include once, however it is reached", async () => {
  const folder = folderOf({
    "shared/base.thrift": bad,
    "one.thrift": 'include "shared/base.thrift"\ntypedef base.A A',
    "sub/two.thrift": 'include "../shared/base.thrift"\ntypedef base.A A',
  });
  const files = ["one.thrift", "sub/two.thrift", "sub/../shared/base.thrift"];
  const { findings } = await checkFiles(
    files.map((file) => `${folder}/${file}`),
    {},
  );
  expect(findings).toHaveLength(1);
});

test("says which file it could not read, and checks the others", async () => {
  const folder = folderOf({ "a.thrift": bad });
  const { findings, failures } = await checkFiles([folder, join(folder, "a.thrift")], {});
  expect(failures).toEqual([`expected a file, got a folder: ${folder}`]);
  expect(findings).toHaveLength(1);
});

test("looks up includes where it is told to, and follows the dialect", async () => {
  const folder = folderOf({
    "a.thrift": 'include "b.thrift"\ntypedef b.A A',
    "vendor/b.thrift": good,
    "stream.thrift": "service S { stream<i32> numbers() }",
  });
  const a = join(folder, "a.thrift");
  expect(await checkFiles([a], {})).toMatchObject({ exitCode: 1 });
  expect(await checkFiles([a], { include: [join(folder, "vendor")] })).toMatchObject({ exitCode: 0 });
  const stream = join(folder, "stream.thrift");
  expect((await checkFiles([stream], {})).findings).toEqual([]);
  expect((await checkFiles([stream], { dialect: "apache" })).findings).toHaveLength(1);
});
