import type { Definition, Program } from "@seapink/idl";
import { pathFromHere } from "../show-diagnostic.ts";
import { entryOf, type MethodOwner } from "./found.ts";
import { definitionText, summary } from "./idl-text.ts";
import { signature } from "./signature.ts";

type Line = readonly [text: string, note: string];

/** What a file defines: services and interactions with their methods, then types and constants. */
export function overview(program: Program): string {
  const { definitions, includes } = entryOf(program);
  const owners = definitions.filter((one) => one.kind === "service" || one.kind === "interaction");
  const types = definitions.filter(({ kind }) => kind !== "service" && kind !== "interaction" && kind !== "const");
  const constants = definitions.filter(({ kind }) => kind === "const");
  const blocks = [
    ...owners.map((owner) =>
      block(
        headOf(owner),
        owner.node.functions.map((one) => [signature(one), summary(one.doc)]),
      ),
    ),
    section("types", types.map(typeLine)),
    section("constants", constants.map(typeLine)),
    section(
      "included files",
      includes.map(({ prefix, file }) => [`${prefix}: ${pathFromHere(file)}`, ""]),
    ),
  ];
  const shown = blocks.filter((one) => one !== "");
  return shown.length === 0 ? "nothing is defined here" : shown.join("\n\n");
}

function headOf({ kind, node }: MethodOwner): Line {
  const parent = node.kind === "service" && node.extends ? ` extends ${node.extends.text}` : "";
  const performs = node.kind === "service" ? node.performs.map(({ interaction }) => interaction.text) : [];
  const note = performs.length === 0 ? "" : ` performs ${performs.join(", ")}`;
  return [`${kind} ${node.name.text}${parent}${note}`, summary(node.doc)];
}

function typeLine({ node }: Definition): Line {
  const { doc } = node;
  const bare = definitionText({ ...node, doc: undefined, annotations: [], structured: [] });
  const [line = "", ...rest] = bare.split("\n");
  return [rest.length === 0 ? line : line.replace(/ *[{[(]$/, ""), summary(doc)];
}

/** Such lines stand in the way of what is behind them. */
const long = 60;

function section(head: string, lines: readonly Line[]): string {
  return lines.length === 0 ? "" : block([head, ""], lines);
}

/** Lines below a head; notes stand behind the longest of those that are not too long, or above. */
function block(head: Line, lines: readonly Line[]): string {
  const widths = lines.filter(([text, note]) => note !== "" && text.length <= long).map(([text]) => text.length);
  const width = Math.max(0, ...widths);
  return [
    noted(head, 0),
    ...lines.flatMap((line) =>
      noted(line, width)
        .split("\n")
        .map((one) => `  ${one}`),
    ),
  ].join("\n");
}

function noted([text, note]: Line, width: number): string {
  if (note === "") return text;
  return text.length > long ? `// ${note}\n${text}` : `${text.padEnd(width)}  // ${note}`;
}
