/** A double in the fewest digits that give it back; what is no number in JSON in quotes. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) return `"${value}"`;
  return value === 0 && Object.is(value, -0) ? "-0" : String(value);
}

/** The same for a 32-bit float, which takes fewer digits. */
export function floatText(value: number): string {
  const float = Math.fround(value);
  if (!Number.isFinite(float) || Number.isInteger(float)) return doubleText(float);
  // Nine digits always are enough.
  for (let digits = 1; ; digits++) {
    const shorter = Number(float.toPrecision(digits));
    if (Math.fround(shorter) === float) return String(shorter);
  }
}
