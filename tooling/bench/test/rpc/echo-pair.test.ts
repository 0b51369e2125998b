import { expect, test } from "vitest";
import { EchoPair } from "../../src/rpc/echo-pair.ts";
import { echoSubjects } from "../../src/rpc/echo-subjects.ts";

test.each(echoSubjects.map(({ name }) => name))(
  "%s echoes the record between two processes, which end",
  async (name) => {
    const pair = new EchoPair(name, 3);
    try {
      await pair.ready();
      const round = await pair.round(20);
      expect(round.callsPerSecond).toBeGreaterThan(0);
    } finally {
      await pair.end();
    }
    await expect(pair.round(20)).rejects.toThrow();
  },
);

test("says what a process could not do, and leaves none", async () => {
  const pair = new EchoPair("nobody", 1);
  await expect(pair.ready()).rejects.toThrow("nobody, server: no such subject: nobody");
  await pair.end();
});
