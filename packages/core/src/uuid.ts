const canonical = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether text is a uuid in canonical form: 36 characters, of either case. */
export function isUuid(text: string): boolean {
  return canonical.test(text);
}

/** Stores the 16 bytes in the order of the text (§ uuid); `false` if the text is not in canonical form. */
export function writeUuid(text: string, bytes: Uint8Array, at: number): boolean {
  if (!isUuid(text)) return false;
  const digits = text.replaceAll("-", "");
  for (let i = 0; i < 16; i++) bytes[at + i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16);
  return true;
}

/** 16 bytes as canonical lower-case text. */
export function readUuid(bytes: Uint8Array, at: number): string {
  let digits = "";
  for (let i = 0; i < 16; i++) digits += (bytes[at + i] as number).toString(16).padStart(2, "0");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
