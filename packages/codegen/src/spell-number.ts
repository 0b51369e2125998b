/** The code of a number, or of a boolean, as formatters have it. */
export function spellNumber(value: boolean | number | bigint): string {
  if (typeof value === "bigint") return `${value}n`;
  return Object.is(value, -0) ? "-0" : String(value).replace("e+", "e");
}
