/** A provider of programs, whatever a program is. */
export interface Provider<P> extends AsyncDisposable {
  readonly program: P;
  updates(): AsyncIterable<P, undefined>;
  close(): Promise<void>;
}

/** A provider of texts that the suite may change. Each text has a number, the first 0. */
export interface ProviderSubject<P> {
  readonly provider: Provider<P>;
  /** Which text a program was made of. */
  numberOf(program: P): number;
  /** Puts the text of this number in place, at once. Resolves when the provider has it, or one that came after it. */
  change(number: number): Promise<unknown>;
  /** Puts something in place that is no program. Resolves with the error that the provider throws or reports. */
  spoil(): Promise<unknown>;
  /** Resolves when what the texts were kept in is given back; the suite has closed the provider. */
  released(): Promise<void>;
}

export type MakeProvider<P> = () => Promise<ProviderSubject<P>>;
