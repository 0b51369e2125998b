import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run, runWith, serving, servingUnder, shell } from "./command.ts";
import { clientOf, temporaryFolder } from "./served.ts";

/** For tests that start many processes. */
const slow = { timeout: 60_000 };

const hello = "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03";

test("serves a folder: stat, ls, cat and put", slow, async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, "docs"));
  await writeFile(join(root, "a.txt"), "0123456789");
  for (const name of ["a.txt", "docs"]) await utimes(join(root, name), 1_700_000_000, 1_700_000_000);
  await using server = await serving(root);
  const at = ["--at", server.at] as const;
  const ok = { code: 0, stderr: "" };
  const line = "          10  2023-11-14T22:13:20Z  a.txt\n";
  expect(await run("stat", "a.txt", ...at)).toEqual({ ...ok, stdout: line });
  const folder = "           -  2023-11-14T22:13:20Z  docs/\n";
  expect(await run("ls", ...at)).toEqual({ ...ok, stdout: line + folder });
  expect(await run("ls", "docs", ...at)).toEqual({ ...ok, stdout: "" });
  expect(await run("cat", "a.txt", ...at)).toEqual({ ...ok, stdout: "0123456789" });
  expect(await run("cat", "a.txt", "--offset", "3", "--bytes", "4", ...at)).toEqual({ ...ok, stdout: "3456" });
  expect(await runWith("hello\n", "put", "-", "docs/b.txt", ...at)).toEqual({
    ...ok,
    stdout: `${hello}  docs/b.txt\n`,
  });
  expect(await run("put", join(root, "docs/b.txt"), "a.txt", ...at)).toEqual({ ...ok, stdout: `${hello}  a.txt\n` });
  expect(await readFile(join(root, "a.txt"), "utf8")).toBe("hello\n");
  expect(await readdir(root, { recursive: true })).toEqual(["a.txt", "docs", "docs/b.txt"]);
  const { code, lines } = await server.kill("SIGTERM");
  expect(code).toBe(0);
  expect(lines).toEqual([`listening on ${server.at.replace("rocket:", "any:")}`, `files in ${root}`]);
});

test("speaks binary Rocket, and stats over plain Thrift, which carries no streams", slow, async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "a.txt"), "hello");
  await using server = await serving(root);
  expect(await run("cat", "a.txt", "--at", `${server.at}?protocol=binary`)).toMatchObject({ code: 0, stdout: "hello" });
  const framed = server.at.replace("rocket:", "tcp:");
  expect(await run("stat", "a.txt", "--at", `${framed}?protocol=compact`)).toMatchObject({ code: 0 });
  expect(await run("cat", "a.txt", "--at", framed)).toEqual({
    code: 2,
    stdout: "",
    stderr: "not_implemented: openAndStat: plain Thrift messages carry no interactions\n",
  });
});

const refusals: readonly (readonly [args: readonly string[], code: number, stderr: string])[] = [
  [["stat", "no\u001bne"], 1, "not found: no\\u001bne\n"],
  [["cat", "none"], 1, "not found: none\n"],
  [["ls", "none"], 1, "not found: none\n"],
  [["put", "-", "none/a"], 1, "not found: none\n"],
  [["ls", ".."], 1, "refused: ..: expected a path without ..\n"],
  [["put", "-", "folder"], 1, "refused: folder: expected a file or nothing, got a folder\n"],
  [["ls", ""], 1, "refused: expected a path, got an empty one\n"],
  [["cat", ""], 4, "permission_denied: expected a path, got an empty one\n"],
  [["stat", "../a"], 4, "permission_denied: ../a: expected a path without ..\n"],
  [["cat", "folder"], 4, "permission_denied: folder: expected a file, got a folder\n"],
];

test("says what is not there, or not served, which the server does not log", slow, async () => {
  const root = await temporaryFolder();
  await mkdir(join(root, "folder"));
  await using server = await serving(root);
  for (const [args, code, stderr] of refusals) {
    expect(await run(...args, "--at", server.at), args.join(" ")).toEqual({ code, stdout: "", stderr });
  }
  expect(await server.kill("SIGTERM")).toMatchObject({ code: 0, lines: [expect.anything(), expect.anything()] });
});

test.each([
  [["serve"], "error: required option '--root <dir>' not specified\n"],
  [["serve", "--root", "missing"], "--root missing: cannot be served: ENOENT"],
  [["serve", "--root", "/dev/null"], "--root /dev/null: cannot be served: ENOTDIR"],
  [["serve", "--root", ".", "--max-open", "0"], "expected a whole number from 1, got 0\n"],
  [["serve", "--root", ".", "--listen", "http://a:1"], "http://a:1: expected tcp://host:port,"],
  [["cat"], "error: missing required argument 'path'\n"],
  [["cat", "a", "--bytes", "-1"], "expected a whole number from 0, got -1\n"],
  [["cat", "a", "--offset", "9007199254740992"], "expected at most 9007199254740991, got 9007199254740992\n"],
  [["cat", "a", "--offset", "1e3"], "expected a whole number from 0, got 1e3\n"],
  [["put", "missing", "a"], "missing: cannot be read: ENOENT"],
  [["put", "/", "a"], "/: expected a file, got a folder\n"],
  [["ls", "--at", "rocket://a:1?framing=framed"], "rocket://a:1?framing=framed: expected protocol=, got framing\n"],
])("%j is a mistake in the command", async (args, message) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(message);
});

test("says in one line that standard output cannot be written", slow, async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "a.txt"), "x".repeat(200_000));
  await using server = await serving(root);
  for (const command of ["cat a.txt", "ls", "stat a.txt"]) {
    const ended = await shell(`$FILES ${command} --at ${server.at} > /dev/full`);
    expect(ended, command).toMatchObject({ code: 3, stderr: "standard output: no space left on device\n" });
  }
});

test("lets one connection open an eighth of what may be open", slow, async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "a.txt"), "hello");
  await using server = await serving(root, "--max-open", "16");
  await using files = new AsyncDisposableStack();
  const one = await clientOf(server.at);
  for (let open = 0; open < 2; open++) files.use(await one.open({ path: "a.txt" }));
  await expect(one.open({ path: "a.txt" })).rejects.toMatchObject({ code: "overloaded" });
  files.use(await (await clientOf(server.at)).open({ path: "a.txt" }));
});

test("exits 3 when nobody listens", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const { port } = closed.address() as { port: number };
  closed.close();
  const ended = await run("put", "/dev/null", "a", "--at", `rocket://127.0.0.1:${port}`);
  expect(ended).toMatchObject({ code: 3, stdout: "", stderr: expect.stringMatching(/^not_open: /) });
});

test("says why a file could not be written, and leaves nothing of it", async () => {
  const root = await temporaryFolder();
  await writeFile(join(root, "a.txt"), "before");
  await using server = await servingUnder("ulimit -f 100", root);
  expect(await runWith("x".repeat(200_000), "put", "-", "a.txt", "--at", server.at)).toEqual({
    code: 1,
    stdout: "",
    stderr: "not written: a.txt: it is too large for the system\n",
  });
  expect(await readdir(root)).toEqual(["a.txt"]);
  expect(await readFile(join(root, "a.txt"), "utf8")).toBe("before");
  expect(await server.openIn(root)).toBe(0);
});
