/** Strings as they are, and the characters that lines break at. */
const token = /"(?:[^"\\]|\\.)*"|\{\}|\[\]|[{}[\],:]|[^"{}[\],:\s]+/g;

/** JSON on several lines, two blanks further in at each level. Numbers stay as exact as they are written. */
export function indented(json: string): string {
  let indent = "\n";
  return json.replace(token, (text) => {
    switch (text) {
      case "{":
      case "[":
        return text + (indent += "  ");
      case "}":
      case "]":
        return (indent = indent.slice(0, -2)) + text;
      case ",":
        return text + indent;
      case ":":
        return ": ";
      default:
        return text;
    }
  });
}
