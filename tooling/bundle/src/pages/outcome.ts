/** What the page of calls tells. */
export interface Outcome {
  /** Whether the page may make code from text. */
  readonly codeFromText: boolean;
  /** What a call returned. */
  readonly value: string;
  /** What a call threw. */
  readonly thrown: string;
}
