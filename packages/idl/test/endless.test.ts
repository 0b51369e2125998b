import { expect, test } from "vitest";
import { problems } from "./problems.ts";

test.each<[text: string, at: string, cycle: string]>([
  ["struct A { 1: required A a }", "1:8", "A -> A"],
  ["struct A { 1: required B b } struct B { 1: required A a }", "1:8", "A -> B -> A"],
  ["struct A { 1: required E e } exception E { 1: required A a }", "1:8", "A -> E -> A"],
  ["union U { 1: U u }", "1:7", "U -> U"],
  ["struct A { 1: required U u } union U { 1: A a }", "1:8", "A -> U -> A"],
  ["union U { 1: A a } struct A { 1: optional i32 i 2: required U u }", "1:7", "U -> A -> U"],
])("warns of types that values cannot be made of: %s", (text, at, cycle) => {
  const said = `expected a type that values can be made of, got ${cycle}, of which each needs the next`;
  expect(problems(text).filter((problem) => problem.includes(" cycle"))).toEqual([`${at} warning cycle: ${said}`]);
});

test.each([
  "struct A { 1: A a }",
  "struct A { 1: optional A a }",
  "struct A { 1: required list<A> a }",
  "struct A { 1: required U u } union U { 1: A a 2: i32 b }",
  "union U { 1: U u 2: A a } struct A {}",
  "union U {} struct A { 1: required U u }",
])("takes types that may end: %s", (text) => {
  expect(problems(text)).toEqual([]);
});
