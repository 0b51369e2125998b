/** A tree without its places. */
export function spanless(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(spanless);
  if (typeof node !== "object" || node === null) return node;
  const kept = Object.entries(node).filter(([key]) => key !== "start" && key !== "end");
  return Object.fromEntries(kept.map(([key, value]) => [key, spanless(value)]));
}
