import { undeclared } from "../undeclared.ts";
import type { Answers } from "./answer.ts";
import type { Scenario } from "./scenario.ts";

export function interactionAnswers(
  scenario: Scenario,
): Answers<"createBasicInteraction" | "basicInteractionFactoryFunction"> {
  return {
    createBasicInteraction() {
      if (!noted(scenario)) scenario.note("interactionConstructor", { constructorCalled: true });
      return new Summing(scenario, 0);
    },
    basicInteractionFactoryFunction({ initialSum }) {
      if (!noted(scenario)) scenario.note("interactionFactoryFunction", { initialSum });
      return new Summing(scenario, initialSum);
    },
  };
}

/** Of an interaction that is there for its state or its end, nothing is to be told before that. */
function noted(scenario: Scenario): boolean {
  const { field } = scenario.serverInstruction;
  if (field === "interactionPersistsState") scenario.note(field, {});
  else if (field === "interactionTermination") scenario.note(field, { terminationReceived: false });
  else if (!field.startsWith("interaction")) throw undeclared(`expected a call for ${field}, got an interaction`);
  else return false;
  return true;
}

class Summing {
  readonly #scenario: Scenario;
  #sum: number;

  constructor(scenario: Scenario, initialSum: number) {
    this.#scenario = scenario;
    this.#sum = initialSum;
  }

  init(): void {}

  add({ i }: { readonly i: number }): number {
    this.#sum += i;
    return this.#sum;
  }

  onTermination(): void {
    if (this.#scenario.serverInstruction.field === "interactionTermination")
      this.#scenario.note("interactionTermination", { terminationReceived: true });
  }
}
