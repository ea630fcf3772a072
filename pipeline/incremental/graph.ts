// Modules and their imports as a graph.

export type Edges = ReadonlyMap<string, readonly string[]>;

/** Everything that can be reached from `start` along the edges, `start` included. */
export const reachable = (start: Iterable<string>, edges: Edges): ReadonlySet<string> => {
  const reached = new Set(start);
  for (const each of reached) for (const next of edges.get(each) ?? []) reached.add(next); // a Set grows under its loop
  return reached;
};

/** The same edges, taken the other way. */
export const reversed = (edges: Edges): Edges => {
  const back = new Map<string, string[]>();
  for (const [from, targets] of edges) {
    for (const target of targets) {
      const sources = back.get(target);
      if (sources) sources.push(from);
      else back.set(target, [from]);
    }
  }
  return back;
};
