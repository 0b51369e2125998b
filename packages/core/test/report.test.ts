import { ProtocolError, report, type Scope } from "@seapink/core";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => void vi.restoreAllMocks());

const info = { address: "tcp://10.0.0.1:4711", alpn: undefined, identity: undefined, headers: new Map() };
const scope: Scope = { peer: info, closed: new AbortController().signal, channel: undefined };
const bytes = new ProtocolError("bad_version", "expected version 1, got 2", { offset: 0 });
const line = "ProtocolError: expected version 1, got 2 (bad_version)";
const defect = new Error("a defect");

test.each<[what: string, error: unknown, scope: Scope | undefined, told: readonly unknown[]]>([
  ["of ours as a line", bytes, undefined, [line]],
  ["of ours as a line, and whose", bytes, scope, ["tcp://10.0.0.1:4711", line]],
  ["of others whole", defect, undefined, [defect]],
  ["of others whole, and whose", defect, scope, ["tcp://10.0.0.1:4711", defect]],
])("tells of an error %s", (_, error, scope, told) => {
  const write = vi.spyOn(console, "error").mockImplementation(() => undefined);
  report(error, scope);
  expect(write.mock.calls).toEqual([told]);
});

test("goes on where the console fails", () => {
  const write = vi.spyOn(console, "error").mockImplementation(() => {
    throw new Error("no console");
  });
  expect(report(defect)).toBeUndefined();
  expect(write).toHaveBeenCalledOnce();
});
