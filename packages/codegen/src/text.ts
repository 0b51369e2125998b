/** A string literal that no text can leave. */
export function quoted(text: string): string {
  const literal = JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
  const isBetterSingle = (text.match(/"/g)?.length ?? 0) > (text.match(/'/g)?.length ?? 0);
  return isBetterSingle ? singleQuoted(literal) : literal;
}

// As formatters have it: the quotes of which there are fewer inside.
function singleQuoted(literal: string): string {
  const inner = literal
    .slice(1, -1)
    .replace(/\\.|'/g, (found) => (found === '\\"' ? '"' : found === "'" ? "\\'" : found));
  return `'${inner}'`;
}

/** The name of a property in a type, an interface or a class. */
export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** The key of an object literal, where `__proto__: x` would set the prototype. */
export function propertyKey(name: string): string {
  return name === "__proto__" ? '["__proto__"]' : propertyName(name);
}

/** A property of a value. */
export function propertyOf(value: string, name: string): string {
  const property = propertyName(name);
  return property === name ? `${value}.${name}` : `${value}[${property}]`;
}

/** A text in a comment of one line. */
export function inLineComment(text: string): string {
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "?");
}
