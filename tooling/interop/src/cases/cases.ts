import type { Case } from "../case.ts";
import { containerCases } from "./container-cases.ts";
import { labCases, uuidCases } from "./lab-cases.ts";
import { onewayCase, thriftTestCases } from "./thrift-test-cases.ts";

/** Every case, in the order of the calls. */
export const cases: readonly Case[] = [...thriftTestCases, ...containerCases, ...labCases, ...uuidCases, onewayCase];
