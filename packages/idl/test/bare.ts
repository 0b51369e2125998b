/** A tree for comparison: without places, and without what is empty, absent or `false`; names as text. */
export function bare(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(bare);
  if (typeof node !== "object" || node === null) return node;
  if ("kind" in node && node.kind === "name" && "text" in node) return node.text;
  const kept = Object.entries(node).filter(([key, value]) => key !== "start" && key !== "end" && !isEmpty(value));
  return Object.fromEntries(kept.map(([key, value]) => [key, bare(value)]));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === false || (Array.isArray(value) && value.length === 0);
}
