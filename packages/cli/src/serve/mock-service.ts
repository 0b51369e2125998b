import type { InteractionType, ServiceType } from "@seapink/schema";
import { constructorName } from "@seapink/schema/internal";
import { endName, type MethodOwner } from "./method-owner.ts";
import { SampleAnswers } from "./sample-answers.ts";
import { type Answer, functionOf, type Script } from "./script.ts";
import { later, ScriptedAnswers } from "./scripted-answers.ts";

/** An implementation of a service: each method answers by the script, or with samples. */
export function mockService(service: ServiceType, script: Script): object {
  const begins = service.performs.map((type): [string, Answer] => {
    const name = constructorName(type);
    const make = script.find(service, name);
    return [name, (args, context) => later(make?.(args, context), (made) => mockObject(type, script, made))];
  });
  return Object.fromEntries([...mockMethods(service, script, undefined), ...begins]);
}

/** A server object of an interaction. What the script made has the first word. */
function mockObject(type: InteractionType, script: Script, made: unknown): object {
  const own = typeof made === "object" && made !== null ? made : undefined;
  const end = functionOf(own, endName) ?? functionOf(own, Symbol.asyncDispose) ?? script.find(type, endName);
  const ends = end === undefined ? [] : [[endName, end] as const];
  return Object.fromEntries([...mockMethods(type, script, own), ...ends]);
}

// Entries, and not assigned one by one: a method may be named `__proto__`.
function mockMethods(
  owner: MethodOwner,
  script: Script,
  made: object | undefined,
): readonly (readonly [string, Answer])[] {
  const create = (type: InteractionType, made: unknown): object => mockObject(type, script, made);
  return Array.from(owner.methods.values(), (method) => {
    const samples = new SampleAnswers(method, create);
    const answer = functionOf(made, method.name) ?? script.find(owner, method.name);
    if (answer === undefined) return [method.name, (_, context) => samples.of(context.items)];
    const scripted = new ScriptedAnswers(method, answer, { create, samples, owner: owner.name, href: script.href });
    return [method.name, scripted.of];
  });
}
