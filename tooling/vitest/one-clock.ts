import { vi } from "vitest";

// Before each file that shares its thread: whoever changes the clock would change it for the files after it too.
vi.useFakeTimers = () => {
  throw new Error("expected a file that vitest.config.ts gives a thread of its own, got one that shares the clock");
};
