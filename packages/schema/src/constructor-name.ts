import type { InteractionType } from "./service.ts";

/** What begins an interaction without a call of its own, on both sides and in generated code. */
export function constructorName({ name }: Pick<InteractionType, "name">): string {
  return `create${name}`;
}
