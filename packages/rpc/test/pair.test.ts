import { implement, local, createClient } from "@seapink/rpc";
import { i32, method, service, type ServiceType, string } from "@seapink/schema";
import { expect, test } from "vitest";

const Pairs: ServiceType = service("Pairs", [
  method("list", { returns: string, stream: { of: i32 } }),
  method("join", { returns: string, sink: { of: i32, final: i32 } }),
]);

test.each([
  ["list", "{ response, stream }"],
  ["join", "{ response, final }"],
])("%s, which owes %s, says so when it returns something else", async (name, expected) => {
  const errors: unknown[] = [];
  const onError = (error: unknown): unknown => errors.push(error);
  const handler = implement(Pairs, { list: () => "alone", join: () => "alone" });
  const client = createClient(Pairs, local(handler, { onError }));
  await expect(client[name]?.({}, { items: [] })).rejects.toMatchObject({ code: "internal_error" });
  expect(errors).toEqual([new TypeError(`${name}: expected the implementation to return ${expected}, got string`)]);
});
