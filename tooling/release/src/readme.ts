/** The example of a README: the first block of its section "Use" that can be run. */
export interface Sample {
  readonly language: "ts" | "js" | "sh";
  readonly code: string;
  /** The file that the code is copied from, if the README says it: `packages/idl/test/sample.ts`. */
  readonly file: string | undefined;
}

/** The packages that a README tells its reader to install. */
export function installOf(readme: string): string[] {
  const commands = [...section(readme, "Install").matchAll(/^(?:\$ )?npm (?:install|i) ([^#\n]*)/gm)];
  const names = commands.flatMap(([, words = ""]) => words.split(/\s+/).filter((word) => /^[@\w]/.test(word)));
  if (names.length === 0) throw new Error("expected `npm install NAME` in the section Install of the README, got none");
  return names;
}

/** The example that a README begins with. */
export function sampleOf(readme: string): Sample {
  const block = /(?:^<!-- (\S+) -->\n\n?)?^```(ts|js|sh)\n(.*?)^```$/ms.exec(section(readme, "Use"));
  if (block === null) throw new Error("expected a block of ts, js or sh in the section Use of the README, got none");
  const [, file, language, code = ""] = block;
  return { file, language: language as Sample["language"], code };
}

/** The packages that code imports, types included. */
export function importsOf(code: string): string[] {
  const specifiers = [...code.matchAll(/^(?:import|\} from|export .* from)\b.*?"([^"]+)"/gm)].map(
    ([, name = ""]) => name,
  );
  const names = specifiers.filter((name) => !/^(node:|\.)/.test(name)).map(packageOf);
  return [...new Set(names)];
}

/** The files, beside it or below, that a text may name: in quotes, or as words of a command, with `*` for many. */
export function pathsIn(text: string): string[] {
  const words = text.match(/[\w./*-]+/g) ?? [];
  return [...new Set(words.filter((word) => /^(?!\/|\.\.).*\.\w+$/.test(word)))];
}

function section(readme: string, title: string): string {
  const [, text = ""] = new RegExp(`^## ${title}\\n(.*?)(?=^## |$(?![^]))`, "ms").exec(readme) ?? [];
  return text;
}

function packageOf(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}
