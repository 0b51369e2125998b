/** A line of `known-failures.txt`: where a case fails through the peer's fault, and why. `*` stands for anything. */
export interface KnownFailure {
  readonly line: number;
  readonly reason: string;
  matches(...words: Place): boolean;
}

/** Peer, the peer's role, dialect, protocol, case. */
export type Place = readonly [peer: string, role: string, dialect: string, protocol: string, name: string];

/** @throws SyntaxError naming the line. */
export function parseKnownFailures(text: string): readonly KnownFailure[] {
  return text
    .split("\n")
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== "" && !line.startsWith("#"))
    .map(({ line, number }) => parseLine(line, number));
}

function parseLine(line: string, number: number): KnownFailure {
  const found = /^(\S+)\s+(\S+)\s+(\S+)\s+(\S+)\s+(\S+):\s+(\S.*)$/.exec(line);
  if (found === null) {
    throw new SyntaxError(`line ${number}: expected "peer role dialect protocol case: reason", got ${line}`);
  }
  const [, ...words] = found;
  const reason = words.pop() ?? "";
  const patterns = words.map(pattern);
  return {
    line: number,
    reason,
    matches: (...place) => place.every((word, i) => patterns[i]?.test(word)),
  };
}

/** `*` for any run of characters; words between `|` are alternatives. */
function pattern(word: string): RegExp {
  const escaped = word.replace(/[.+?^${}()[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*");
  return new RegExp(`^(?:${escaped})$`);
}
