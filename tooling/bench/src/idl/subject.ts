/** A parser, as its users call it. */
export interface Subject<T = unknown> {
  /** Throws if the text is not the grammar. */
  parse(text: string): T;
  /** How many definitions it found. Not measured. */
  definitions(parsed: T): number;
}

/** Hides what a parser makes from those who only measure it. */
export function subject<T>(own: Subject<T>): Subject {
  return { parse: (text) => own.parse(text), definitions: (parsed) => own.definitions(parsed as T) };
}
