/** A 32-bit float in few digits that give it back. */
export function floatText(value: number): string {
  const float = Math.fround(value);
  // Whatever takes less than six digits ends in zeros here, which are left out; nine always are enough.
  for (let digits = 6; ; digits++) {
    const shorter = Number(float.toPrecision(digits));
    if (Math.fround(shorter) === float) return String(shorter);
  }
}
