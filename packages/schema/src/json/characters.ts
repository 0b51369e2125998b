/** The characters that JSON is made of. */
export const Char = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  quote: 0x22,
  plus: 0x2b,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  f: 0x66,
  n: 0x6e,
  t: 0x74,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** What is behind the end, `NaN`, is none. */
export function isDigit(char: number): boolean {
  return char >= Char.zero && char <= Char.nine;
}

/** Whether a number has an exponent here, `e` or `E`. */
export function isExponent(char: number): boolean {
  return (char | 0x20) === 0x65;
}

export function isBracket(char: number): boolean {
  return char === Char.openBrace || char === Char.openBracket;
}

export function isClosingBracket(char: number): boolean {
  return char === Char.closeBrace || char === Char.closeBracket;
}

export function isSpace(char: number): boolean {
  return char === Char.space || char === Char.lineFeed || char === Char.carriageReturn || char === Char.tab;
}
