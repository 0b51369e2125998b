import { derive, type Filter } from "@seapink/core";
import { bearer, type Client, type Context, createClient, implement, local, requireIdentity } from "@seapink/rpc";
import { describe, expect, test, vi } from "vitest";
import { Echo, echo, type EchoMethods } from "./echo.ts";

const tokens = new Map([["secret", "ada"]]);

const say = (_: object, { identity }: Context): string => `hello ${JSON.stringify(identity)}`;

/** A client of a service that says who calls. */
function clientOf(filter: Filter, clientFilters: readonly Filter[] = []): Client<EchoMethods> {
  const handler = implement(Echo, { ...echo, say }, { filters: [filter] });
  return createClient(Echo, local(handler), { filters: clientFilters });
}

describe("bearer", () => {
  test.each(["Bearer secret", "bearer secret", "BEARER   secret"])(
    "lets %j pass and tells who it is",
    async (header) => {
      const client = clientOf(bearer((token) => tokens.get(token)));
      expect(await client.say({ text: "" }, { headers: { Authorization: header } })).toBe('hello "ada"');
    },
  );

  test.each([
    ["no header", {}],
    ["an empty header", { authorization: "" }],
    ["another scheme", { authorization: "Basic secret" }],
    ["a scheme without a token", { authorization: "Bearer " }],
    ["two tokens", { authorization: "Bearer secret secret" }],
    ["a token under another name", { token: "secret" }],
  ])("refuses %s without asking", async (_, headers) => {
    const verify = vi.fn<(token: string) => unknown>();
    const answer = clientOf(bearer(verify)).say({ text: "" }, { headers });
    await expect(answer).rejects.toMatchObject({
      code: "permission_denied",
      message: "expected a bearer token, got none",
      mayHaveRun: false,
    });
    expect(verify).not.toHaveBeenCalled();
  });

  test.each([
    ["undefined", () => undefined],
    ["null", () => null],
    ["false", () => false],
    ["a promise of undefined", async () => undefined],
  ])("refuses a token for which verify returns %s", async (_, verify) => {
    const answer = clientOf(bearer(verify)).say({ text: "" }, { headers: { authorization: "Bearer other" } });
    await expect(answer).rejects.toMatchObject({
      code: "permission_denied",
      message: "expected a valid bearer token, got another one",
    });
  });

  test.each([0, "", true, { name: "ada" }])("takes %j for an identity", async (identity) => {
    const client = clientOf(bearer(async () => identity));
    const answer = client.say({ text: "" }, { headers: { authorization: "Bearer x" } });
    expect(await answer).toBe(`hello ${JSON.stringify(identity)}`);
  });

  test("refuses when the token cannot be verified, without saying why", async () => {
    const down = new Error("the database at 10.0.0.7 is down");
    const answer = clientOf(bearer(() => Promise.reject(down))).say(
      { text: "" },
      { headers: { authorization: "Bearer x" } },
    );
    const error = await answer.catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "permission_denied", message: "the bearer token could not be verified" });
    expect((error as Error).cause).toBeUndefined();
  });
});

const certified: Filter = (next) => (call) => next(derive(call, { identity: "CN=ada" }));

describe("requireIdentity", () => {
  test("refuses a call whose lane has not proved who it is", async () => {
    await expect(clientOf(requireIdentity()).say({ text: "" })).rejects.toMatchObject({
      code: "permission_denied",
      message: "expected a client certificate, got none",
      mayHaveRun: false,
    });
  });

  test("lets one pass whose lane has", async () => {
    expect(await clientOf(requireIdentity(), [certified]).say({ text: "" })).toBe('hello "CN=ada"');
  });
});
