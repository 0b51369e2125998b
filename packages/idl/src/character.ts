export const lineFeed = 10;
export const carriageReturn = 13;
export const space = 32;
export const doubleQuote = 34;
export const hash = 35;
export const singleQuote = 39;
export const star = 42;
export const plus = 43;
export const minus = 45;
export const dot = 46;
export const slash = 47;
export const zero = 48;
export const lessThan = 60;
export const backslash = 92;
export const letterB = 98;
export const letterE = 101;
export const letterO = 111;
export const letterX = 120;
const byteOrderMark = 0xfeff;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
  const lower = code | 32;
  return isDigit(code) || (lower >= 97 && lower <= 102);
}

export function isOctalDigit(code: number): boolean {
  return code >= 48 && code <= 55;
}

export function isBinaryDigit(code: number): boolean {
  return code === 48 || code === 49;
}

export function isNameStart(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || code === 95;
}

const nameParts = Uint8Array.from({ length: 128 }, (_, code) => (isNameStart(code) || isDigit(code) ? 1 : 0));

export function isNamePart(code: number): boolean {
  return nameParts[code] === 1;
}

/** Letters and digits beyond ASCII, which some compilers take in names. */
export function isForeignNamePart(code: number): boolean {
  return code > 127 && /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(code));
}

/** Space, tab, and the line's ends; a byte order mark as well. */
export function isBlank(code: number): boolean {
  return code > space ? code === byteOrderMark : code === space || (code >= 9 && code <= 13);
}
