const longest = 60;

/** A piece of the text for a message: on one line, and never much of it. */
export function quote(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** A cycle for a message. */
export function chain(names: readonly string[]): string {
  const all = [...names, names[0] ?? ""];
  const shown = all.length > 9 ? [...all.slice(0, 4), "…", ...all.slice(-4)] : all;
  return shown.join(" -> ");
}
