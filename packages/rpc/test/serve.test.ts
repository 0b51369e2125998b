import { derive, type Handler } from "@seapink/core";
import { newInteraction } from "@seapink/interactions";
import { binary } from "@seapink/protocol-binary";
import { createClient, implement, local, type LooseClient, serve, serveNamed } from "@seapink/rpc";
import { interaction, method, service, type ServiceType, string } from "@seapink/schema";
import { describe, expect, test } from "vitest";
import { callOf } from "./calls.ts";

const say = method("say", { returns: string });
const hear = method("hear", { returns: string });
const File = interaction("File", [method("read", { returns: string })]);
const Ear = service("Ear", [hear]);
const Mouth = service("Mouth", [say]);

function handlerOf(type: ServiceType): ReturnType<typeof implement> {
  const file = { read: () => `a file of ${type.name}` };
  const methods = [...type.methods.values()].map(({ name, creates }) => [
    name,
    () => (creates === undefined ? `${name} of ${type.name}` : file),
  ]);
  methods.push(...type.performs.map(({ name }) => [`create${name}`, () => file]));
  return implement(type, Object.fromEntries(methods) as object);
}

const served = serve(handlerOf(Ear), handlerOf(Mouth));

describe("serving several services", () => {
  test("finds a method by its service, where the wire names it", async () => {
    const channel = local(served);
    expect(await createClient(Ear, channel)["hear"]?.()).toBe("hear of Ear");
    expect(await createClient(Mouth, channel)["say"]?.()).toBe("say of Mouth");
  });

  test.each(["hear", "say"])("finds %s alone, where it does not", async (name) => {
    const call = callOf({ method: name, protocol: binary() });
    expect(await served(call)).toMatchObject({ exception: undefined });
  });

  test("finds a service by its own name before one that extends it", async () => {
    const Listening = service("Listening", []);
    const BigEar = service("BigEar", [hear], { extends: Listening });
    const channel = local(serve(handlerOf(BigEar), handlerOf(Mouth)));
    const name = (type: ServiceType): ServiceType => service(type.name, [hear]);
    expect(await createClient(name(Listening), channel)["hear"]?.()).toBe("hear of BigEar");
    const both = local(serve(handlerOf(BigEar), handlerOf(Listening)));
    await expect(createClient(name(Listening), both)["hear"]?.()).rejects.toMatchObject({ code: "unknown_method" });
  });

  test.each([
    ["a service", { service: "Nose" }, "unknown_service", 'expected one of Ear, Mouth, got "Nose"'],
    ["a service", { service: "__proto__" }, "unknown_service", 'expected one of Ear, Mouth, got "__proto__"'],
    ["a method", { method: "smell" }, "unknown_method", 'none of Ear, Mouth has a method "smell"'],
    ["a method", { method: "constructor" }, "unknown_method", 'none of Ear, Mouth has a method "constructor"'],
    ["a method of this service", { service: "Ear", method: "say" }, "unknown_method", 'Ear has no method "say"'],
  ])("refuses %s that it does not know: %j", async (_, parts, code, message) => {
    await expect(served(callOf(parts))).rejects.toMatchObject({ code, message, mayHaveRun: false });
  });

  test("cuts long names short in what it says", async () => {
    const error = await served(callOf({ method: "m".repeat(5000) })).catch((e: unknown) => e);
    expect((error as Error).message.length).toBeLessThan(200);
  });
});

function twice(name: string, owners: string): string {
  return `expected different methods where the wire names no service, got ${name} in ${owners}`;
}

describe("serving several services by their names", () => {
  const Base = service("Base", [method("ping", { returns: string })]);
  const Cat = service("Cat", [method("purr", { returns: string })], { extends: Base });
  const Dog = service("Dog", [method("bark", { returns: string })], { extends: Base });
  const both = serveNamed(handlerOf(Cat), handlerOf(Dog));
  const protocol = binary();

  test.each([
    [Cat, "ping", "ping of Cat"],
    [Dog, "ping", "ping of Dog"],
    [Dog, "bark", "bark of Dog"],
  ])("finds a method that several have by the service: %o, %s", async (type, name, answer) => {
    expect(await createClient(type, local(both))[name]?.()).toBe(answer);
  });

  test("finds one that only one has without it", async () => {
    expect(await both(callOf({ method: "purr", protocol }))).toMatchObject({ exception: undefined });
  });

  test.each([
    [{ method: "ping" }, "unknown_method", "expected the name of a service, since Cat and Dog have a ping"],
    [{ method: "fly" }, "unknown_method", 'none of Cat, Dog has a method "fly"'],
    [{ service: "Base", method: "ping" }, "unknown_service", 'expected one of Cat, Dog, got "Base"'],
    [{ service: "Dog", method: "purr" }, "unknown_method", 'Dog has no method "purr"'],
  ])("refuses %j", async (parts, code, message) => {
    await expect(both(callOf(parts))).rejects.toMatchObject({ code, message, mayHaveRun: false });
  });

  test("refuses two of one name at start", () => {
    expect(() => serveNamed(handlerOf(Cat), handlerOf(Cat))).toThrow("expected different services, got Cat twice");
  });
});

describe("an interaction of several services", () => {
  const A = service("A", [method("open", { creates: File })]);
  const B = service("B", [method("openB", { creates: File })]);
  const C = service("C", [], { performs: [File] });
  const channel = local(serve(handlerOf(A), handlerOf(B), handlerOf(C)));
  const none = callOf({ method: "File.read", interaction: { of: newInteraction("File").interaction, create: false } });

  test.each([
    [A, "open"],
    [B, "openB"],
    [C, "createFile"],
  ])("is called where it was created: %o", async (type, open) => {
    const file = (await createClient(type, channel)[open]?.()) as LooseClient;
    expect(await file["read"]?.()).toBe(`a file of ${type.name}`);
    const unnamed: Handler = (call) => channel.handle(derive(call, { service: undefined }));
    const other = (await createClient(type, { handle: unnamed })[open]?.()) as LooseClient;
    expect([await other["read"]?.(), await file["read"]?.()]).toEqual(Array(2).fill(`a file of ${type.name}`));
  });

  test.each([
    ["that none of them has created", none, "interaction_lost"],
    ["called by a service that it is not of", derive(none, { service: "A" }), "interaction_lost"],
    ["that a method of another interaction should create", { ...none, method: "Other.read" }, "interaction_lost"],
    ["without one", derive(none, { interaction: undefined, method: "File.write" }), "unknown_method"],
  ])("is refused %s", async (_, call, code) => {
    await expect(channel.handle(call)).rejects.toMatchObject({ code, mayHaveRun: false });
  });

  test("is refused where its creation is ambiguous and names no service", async () => {
    const D = service("D", [], { performs: [File] });
    const both = local(serveNamed(handlerOf(C), handlerOf(D)));
    const begin = { ...none, interaction: { of: newInteraction("File").interaction, create: true } };
    await expect(both.handle(begin)).rejects.toMatchObject({ code: "unknown_method", mayHaveRun: false });
    const file = createClient(D, both)["createFile"]?.() as unknown as LooseClient;
    expect(await file["read"]?.()).toBe("a file of D");
  });
});

describe("at start it refuses", () => {
  test.each([
    ["two services of one name", [Ear, service("Ear", [say])], "expected different services, got Ear twice"],
    ["a method that two services have", [Ear, service("Wall", [hear])], twice("hear", "Ear and Wall")],
    [
      "an inherited method that two services have",
      [Ear, service("BigEar", [], { extends: Ear })],
      twice("hear", "Ear and BigEar"),
    ],
    [
      "an interaction that may begin without a call of its own in two services",
      [service("A", [], { performs: [File] }), service("B", [], { performs: [File] })],
      twice("File.read", "A and B"),
    ],
  ])("%s", (_, types, message) => {
    expect(() => serve(...types.map(handlerOf))).toThrow(new TypeError(message));
  });

  test("nothing of one service that creates two interactions of one name", () => {
    const Again = interaction("File", [method("read", { returns: string })]);
    const methods = [method("open", { creates: File }), method("reopen", { creates: Again })];
    expect(serve(handlerOf(service("A", methods)))).toBeTypeOf("function");
  });

  test("nothing of one service that creates an interaction in two ways", () => {
    const methods = ["open", "reopen"].map((name) => method(name, { creates: File }));
    expect(serve(handlerOf(service("A", methods)))).toBeTypeOf("function");
  });
});
