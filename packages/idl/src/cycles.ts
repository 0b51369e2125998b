/**
 * Cycles of a graph, as the nodes on them in order: so many at most, since each may be as long as the graph. It needs no
 * stack, since strangers draw the graph.
 */
export function* cyclesOf<T>(
  nodes: Iterable<T>,
  next: (node: T) => Iterable<T>,
  most: number,
): Generator<readonly T[]> {
  let found = 0;
  const done = new Set<T>();
  for (const root of nodes) {
    const path: { readonly node: T; readonly rest: Iterator<T> }[] = [];
    const depths = new Map<T, number>();
    const enter = (node: T): void => {
      depths.set(node, path.length);
      path.push({ node, rest: next(node)[Symbol.iterator]() });
    };
    if (!done.has(root)) enter(root);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const step = top.rest.next();
      const depth = step.done ? undefined : depths.get(step.value);
      if (depth !== undefined && found++ === most) return;
      if (depth !== undefined) yield path.slice(depth).map((item) => item.node);
      else if (!step.done && !done.has(step.value)) enter(step.value);
      else if (step.done) {
        done.add(top.node);
        depths.delete(top.node);
        path.pop();
      }
    }
  }
}
