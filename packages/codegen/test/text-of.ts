import { generate } from "@seapink/codegen";
import { compile, type CompileOptions } from "@seapink/idl";

/** What is generated of one text, behind its first line. */
export function textOf(idl: string, options?: CompileOptions): string {
  const [file] = generate([compile({ "a.thrift": idl }, options)]);
  return file?.text.replace(/^.*\n+/, "") ?? "";
}

/** The blocks of lines that begin with one of these, in their order. */
export function declarations(idl: string, ...beginnings: readonly string[]): readonly string[] {
  const all = textOf(idl).trimEnd().split("\n\n");
  return all.filter((one) =>
    beginnings.some((beginning) => one.replace(/^\/\*\*[^]*?\*\/\n/, "").startsWith(beginning)),
  );
}
