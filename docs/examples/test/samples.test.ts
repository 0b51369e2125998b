import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { documents, root, textOf } from "./documents.ts";

const run = promisify(execFile);

/** The samples of a document that name the file they are copied from: `<!-- path -->`, then the code. */
function samplesOf(text: string): [string, string][] {
  const marked = text.matchAll(/^<!-- (\S+) -->\n\n```(?:js|ts|thrift)\n(.*?)^```$/gms);
  return [...marked].map(([, file = "", code = ""]) => [file, code]);
}

const samples = documents().flatMap((path) => samplesOf(textOf(path)).map(([file, code]) => ({ path, file, code })));

const programs = Map.groupBy(samples, ({ path, file }) => `${file} in ${path}`);

test.each([...programs])("the sample of %s is what that file holds, or pieces of it in their order", (_, pieces) => {
  const text = textOf(pieces[0]?.file ?? "");
  if (pieces.length === 1) return expect(pieces[0]?.code).toBe(text);
  let from = 0;
  for (const { code } of pieces) {
    const at = `\n${text}`.indexOf(`\n${code}`, from);
    expect(at, code).toBeGreaterThanOrEqual(from);
    from = at + code.length;
  }
});

const told = `rest
3 [ 'rest', 'work', 'rest' ]
{ lines: 2 }
{ lines: 2 } { lines: 3 }
[ 'HEY', 'YOU' ]
2 [ 'rest' ]
{ lines: 3 } [ 'rest', 'work', 'rest' ]
1
interaction_lost: Reader: the interaction is over: it was closed
[ 'closed', 'closed', 'closed' ]
`;

test.each([
  ["first-call.ts", "world\n"],
  ["without-types.ts", "world\n"],
  ["typed-reader.ts", "not found: tomorrow\nwork\nrest\nclosed\n"],
  ["streams-and-interactions.js", told],
])("%s prints %j", async (file, printed) => {
  const cwd = join(root, "docs/examples");
  const { stdout } = await run(process.execPath, ["--conditions=@seapink/source", `src/${file}`], { cwd });
  expect(stdout).toBe(printed);
});

test("the README's first call is such samples: IDL, the typed program of 25 lines at most, and one without types", () => {
  const ofReadme = samples.filter(({ path }) => path === "README.md");
  const files = ["keyvalue.thrift", "src/first-call.ts", "src/without-types.ts"];
  expect(ofReadme.map(({ file }) => file)).toEqual(files.map((file) => `docs/examples/${file}`));
  expect(ofReadme[1]?.code.trimEnd().split("\n").length).toBeLessThanOrEqual(25);
});

test("the page of streams and interactions is made of such pieces", () => {
  const page = "docs/streams-and-interactions.md";
  const files = samples.filter(({ path }) => path === page).map(({ file }) => file.replace("docs/examples/", ""));
  const programs = ["src/streams-and-interactions.js", "src/typed-reader.ts"];
  expect(new Set(files)).toEqual(new Set(["streams-and-interactions.thrift", "reading.thrift", ...programs]));
});
