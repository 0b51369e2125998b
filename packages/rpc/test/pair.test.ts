import { implement, local, createClient } from "@seapink/rpc";
import { i32, interaction, method, service, type ServiceType, string } from "@seapink/schema";
import { expect, test } from "vitest";

const creates = interaction("File", []);
const [stream, sink] = [{ of: i32 }, { of: i32, final: i32 }];

const Pairs: ServiceType = service("Pairs", [
  method("list", { returns: string, stream }),
  method("join", { returns: string, sink }),
  method("open", { creates }),
  method("openNamed", { returns: string, creates }),
  method("openAndList", { stream, creates }),
  method("openNamedAndList", { returns: string, stream, creates }),
  method("openAndJoin", { sink, creates }),
  method("openNamedAndJoin", { returns: string, sink, creates }),
  method("openBoth", { sink: { of: i32 }, stream, creates }),
]);

const names = [...Pairs.methods.keys()];

test.each([
  ["list", "{ response, stream }"],
  ["join", "{ response, final }"],
  ["open", "a server object"],
  ["openNamed", "[object, response]"],
  ["openAndList", "[object, stream]"],
  ["openNamedAndList", "[object, { response, stream }]"],
  ["openAndJoin", "[object, final]"],
  ["openNamedAndJoin", "[object, { response, final }]"],
  ["openBoth", "[object, stream]"],
])("%s, which owes %s, says so when it returns something else", async (name, expected) => {
  const errors: unknown[] = [];
  const onError = (error: unknown): unknown => errors.push(error);
  const handler = implement(Pairs, Object.fromEntries(names.map((each) => [each, () => "alone"])) as object);
  const client = createClient(Pairs, local(handler, { onError }));
  await expect(client[name]?.({}, { items: [] })).rejects.toMatchObject({ code: "internal_error" });
  expect(errors).toEqual([new TypeError(`${name}: expected the implementation to return ${expected}, got string`)]);
});

test.each([
  ["openNamedAndList", [{}, "alone"], "{ response, stream }"],
  ["openNamedAndJoin", [{}, 5], "{ response, final }"],
  ["openAndList", ["no object", [1]], "a server object"],
  ["openAndJoin", [null, 1], "a server object"],
])("%s, which returns %j, lacks %s", async (name, returned, expected) => {
  const errors: unknown[] = [];
  const onError = (error: unknown): unknown => errors.push(error);
  const handler = implement(Pairs, Object.fromEntries(names.map((each) => [each, () => returned])) as object);
  const client = createClient(Pairs, local(handler, { onError }));
  await expect(client[name]?.({}, { items: [] })).rejects.toMatchObject({ code: "internal_error" });
  const message = expect.stringContaining(`${name}: expected the implementation to return ${expected}, got `);
  expect(errors).toEqual([expect.objectContaining({ name: "TypeError", message })]);
});
