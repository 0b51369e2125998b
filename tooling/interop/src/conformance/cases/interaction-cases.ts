import { type ConformanceCase, conformanceCase } from "./conformance-case.ts";

const ten = { initialSum: 10 };
const valuesToAdd = [1, 2, 3, 4, 5];
const terminated = { terminationReceived: true };

export const interactionCases: readonly ConformanceCase[] = [
  conformanceCase("InteractionConstructor", "interactionConstructor", {
    clientInstruction: {},
    serverInstruction: {},
    clientTestResult: {},
    serverTestResult: { constructorCalled: true },
  }),
  conformanceCase("InteractionFactoryFunction", "interactionFactoryFunction", {
    clientInstruction: ten,
    serverInstruction: {},
    clientTestResult: {},
    serverTestResult: ten,
  }),
  conformanceCase("InteractionConstructorPersistsState", "interactionPersistsState", {
    clientInstruction: { valuesToAdd },
    serverInstruction: {},
    clientTestResult: { responses: [1, 3, 6, 10, 15] },
    serverTestResult: {},
  }),
  conformanceCase("InteractionFactoryFunctionPersistsState", "interactionPersistsState", {
    clientInstruction: { ...ten, valuesToAdd },
    serverInstruction: {},
    clientTestResult: { responses: [11, 13, 16, 20, 25] },
    serverTestResult: {},
  }),
  conformanceCase("InteractionConstructorTermination", "interactionTermination", {
    clientInstruction: {},
    serverInstruction: {},
    clientTestResult: {},
    serverTestResult: terminated,
  }),
  conformanceCase("InteractionFactoryFunctionTermination", "interactionTermination", {
    clientInstruction: ten,
    serverInstruction: {},
    clientTestResult: {},
    serverTestResult: terminated,
  }),
];
