import type { ProviderSubject } from "./subject.ts";

/** How the groups of the suite register a test. */
export type Register<P> = (what: string, run: (subject: ProviderSubject<P>) => Promise<void>) => void;

/** Those who are told of updates, from now on. */
export function subscribed<P>({ provider }: ProviderSubject<P>): AsyncIterator<P, undefined> {
  return provider.updates()[Symbol.asyncIterator]();
}

export const over = { done: true, value: undefined } as const;
