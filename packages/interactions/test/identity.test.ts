import { newInteraction } from "@seapink/interactions";
import { expect, test } from "vitest";

test("an interaction ends once, with the first reason", () => {
  const { interaction, end } = newInteraction("FileAccess");
  expect([interaction.name, interaction.ended.aborted]).toEqual(["FileAccess", false]);
  end("first");
  end("second");
  expect([interaction.ended.aborted, interaction.ended.reason]).toEqual([true, "first"]);
});

test("each is another", () => {
  expect(newInteraction("FileAccess").interaction).not.toBe(newInteraction("FileAccess").interaction);
});
