import type { Described } from "@seapink/idl";
import { lines, type Layout } from "./layout.ts";

/** What is documented: a definition, a field, a method or an enum value. */
type Documented = Pick<Described, "doc" | "annotations">;

/** A layout with the doc comment of what it is, if there is one. */
export function documented(node: Documented | undefined, layout: Layout, ...tags: readonly string[]): Layout {
  const comment = docComment([...linesOf(node?.doc), ...deprecation(node), ...tags]);
  return comment.length === 0 ? layout : lines(...comment, layout);
}

export function docComment(texts: readonly string[]): readonly string[] {
  const all = texts.map((text) => text.replaceAll("*/", "*\\/").trimEnd());
  if (all.length === 0) return [];
  const [first = ""] = all;
  if (all.length === 1 && first.length < 100) return [`/** ${first} */`];
  return ["/**", ...all.map((text) => ` * ${text}`.trimEnd()), " */"];
}

/** The lines of a doc, without blank ones around them. */
export function linesOf(doc: string | undefined): readonly string[] {
  return doc === undefined || doc.trim() === "" ? [] : doc.replace(/^\s*\n|\s+$/g, "").split(/\r\n?|[\n\u2028\u2029]/);
}

function deprecation(node: Documented | undefined): readonly string[] {
  const found = node?.annotations.find((annotation) => annotation.name.text === "deprecated");
  if (!found) return [];
  const reason = found.value?.kind === "string" ? found.value.value.trim() : "";
  return [`@deprecated ${reason.replace(/\s+/g, " ")}`.trimEnd()];
}
