import { relative, resolve } from "node:path";
import { styleText } from "node:util";
import { printable } from "@seapink/addresses/command";
import { type Diagnostic, formatDiagnostic, type Place } from "@seapink/idl";

/** A diagnostic as text that is safe to print, with paths as seen from the working directory. */
export function showDiagnostic(diagnostic: Diagnostic, isColoured = false): string {
  const { related } = diagnostic;
  const lines = formatDiagnostic({ ...fromHere(diagnostic), related: related && fromHere(related) }).split("\n");
  const text = lines.map(printable).join("\n");
  return isColoured ? coloured(text, diagnostic.severity) : text;
}

function fromHere<P extends Place>(place: P): P {
  return { ...place, file: pathFromHere(place.file) };
}

/** A path as one would write it here: relative if it is below the working directory, and otherwise as it stands. */
export function pathFromHere(path: string): string {
  const here = relative("", resolve(path));
  return printable(here === "" || here.startsWith("..") ? path : here);
}

function coloured(text: string, severity: Diagnostic["severity"]): string {
  const color = severity === "error" ? "red" : "yellow";
  const [first = "", ...rest] = text.split("\n");
  const [place = "", ...message] = first.split(`: ${severity}: `);
  const head = `${paint("bold", place)}: ${paint(color, severity)}: ${message.join(`: ${severity}: `)}`;
  return [head, ...rest.map((line) => (/^ +\| +\^+$/.test(line) ? paint(color, line) : line))].join("\n");
}

// Whether there are colours at all was decided before.
function paint(format: "bold" | "red" | "yellow", text: string): string {
  return styleText(format, text, { validateStream: false });
}
