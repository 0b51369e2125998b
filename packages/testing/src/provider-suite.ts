import { describe, test } from "vitest";
import { closes } from "./provider/closes.ts";
import { provides } from "./provider/provides.ts";
import type { MakeProvider, ProviderSubject } from "./provider/subject.ts";
import { survives } from "./provider/survives.ts";
import { tells } from "./provider/tells.ts";

/** Registers what every provider of IDL owes those who use its program. */
export function providerSuite<P extends object>(name: string, make: MakeProvider<P>): void {
  const register = (what: string, run: (subject: ProviderSubject<P>) => Promise<void>): void =>
    test(what, async () => {
      const subject = await make();
      try {
        await run(subject);
      } finally {
        await subject.provider.close();
        await subject.released();
      }
    });
  describe(name, () => {
    describe("provides", () => provides(register));
    describe("tells", () => tells(register));
    describe("survives", () => survives(register));
    describe("closes", () => closes(register));
  });
}
