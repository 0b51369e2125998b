import { type Codes, codesOf } from "./codes.ts";
import { definitionStarts, headerWords, reservedWordsOf, typeWords } from "./reserved.ts";

const others = `as idempotent readonly senum sink slist stream`;

/** All words that mean something to any grammar. */
const keywords: ReadonlySet<string> = new Set([
  ...reservedWordsOf("apache"),
  ...reservedWordsOf("fbthrift"),
  ...typeWords,
  ...definitionStarts,
  ...headerWords,
  ...others.split(" "),
]);

/** By length, first and last letter, which tell nearly all of them apart. */
const buckets: readonly (readonly string[])[] = makeBuckets();

function makeBuckets(): readonly (readonly string[])[] {
  const made: string[][] = Array.from({ length: 1024 }, () => []);
  for (const word of keywords) made[bucketOf(codesOf(word), 0, word.length)]?.push(word);
  return made;
}

function bucketOf(codes: Codes, start: number, end: number): number {
  return ((end - start) ^ ((codes[start] as number) << 2) ^ ((codes[end - 1] as number) << 5)) & 1023;
}

/**
 * The keyword that stands there, if one does: the same string every time, so that to compare it, or to look it up, takes
 * no look at its letters; and whatever is none needs no look-up.
 */
export function keywordAt(codes: Codes, start: number, end: number): string | undefined {
  for (const word of buckets[bucketOf(codes, start, end)] as readonly string[]) {
    if (word.length === end - start && stands(word, codes, start)) return word;
  }
  return undefined;
}

function stands(word: string, codes: Codes, start: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== codes[start + i]) return false;
  return true;
}
