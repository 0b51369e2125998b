const keywords =
  "break case catch class const continue debugger default delete do else enum export extends false finally for " +
  "function if import in instanceof new null return super switch this throw true try typeof var void while with";
const strict = "arguments await eval implements interface let package private protected public static yield";
/** What TypeScript takes for something else where a type may stand, or reserves. */
const types =
  "any as asserts bigint boolean globalThis infer intrinsic is keyof never number object readonly string symbol " +
  "undefined unique unknown abstract require exports";
/** What `import()` takes for a promise's, if a module exports a function of that name. */
const thenable = "then";

const reserved: ReadonlySet<string> = new Set(`${keywords} ${strict} ${types} ${thenable}`.split(" "));

/**
 * A name as far as it can be an identifier: with `_` for what no identifier has, and for a dollar, with which begin the
 * names of what codecs are made of.
 */
export function identifier(name: string): string {
  const replaced = name.replace(/[^\p{ID_Continue}\u200c\u200d]/gu, "_");
  return /^[\p{ID_Start}_]/u.test(replaced) ? replaced : `_${replaced}`;
}

/** Whether a module can declare a type, and a value, of that name. */
export function isDeclarable(name: string): boolean {
  return identifier(name) === name && !reserved.has(name);
}

/** The name, or with as many `_` as it takes to be declarable and not taken. It is then. */
export function takeName(wanted: string, taken: Set<string>): string {
  let name = identifier(wanted);
  while (!isDeclarable(name) || taken.has(name)) name += "_";
  taken.add(name);
  return name;
}
