import type { Program } from "../src/index.ts";

/** An entry file, and one with a number that it includes. */
export function revision(number: number): { readonly "main.thrift": string; readonly "number.thrift": string } {
  return {
    "main.thrift": 'include "number.thrift" struct Main { 1: i32 number = number.NUMBER }',
    "number.thrift": `const i32 NUMBER = ${number}`,
  };
}

/** The number that a program was made with, as its descriptors have it. */
export function numberOf(program: Program): number {
  return program.struct("Main").fields[0]?.default as number;
}
