import { basename } from "node:path";

const pattern = /^\/\/ Generated from (.+?) by seapink\b/;

/** The name of the IDL file that a text says it was generated from; `undefined` for what was not generated. */
export function generatedFrom(text: string): string | undefined {
  const source = pattern.exec(text)?.[1];
  return source === undefined ? undefined : basename(source);
}
