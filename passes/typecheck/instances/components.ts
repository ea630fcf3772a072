// The strongly connected components of a graph.

/** A node on the way. */
interface Visit {
  readonly node: number;
  readonly index: number;
  low: number;
  /** How many of its targets were looked at. */
  next: number;
}

/**
 * For each node `0 … targets.length - 1` the number of its component: two nodes share it if each can be reached from the
 * other. Tarjan's algorithm (1972): linear, here with a stack of its own.
 */
export const componentsOf = (targets: readonly (readonly number[])[]): readonly number[] => {
  const component = targets.map(() => -1);
  const visits: (Visit | undefined)[] = targets.map(() => undefined);
  const open: Visit[] = [];
  const path: Visit[] = [];
  let visited = 0;
  let components = 0;

  const enter = (node: number): void => {
    const visit = { node, index: visited, low: visited, next: 0 };
    visited++;
    visits[node] = visit;
    open.push(visit);
    path.push(visit);
  };
  const leave = (visit: Visit): void => {
    path.pop();
    const before = path.at(-1);
    if (before) before.low = Math.min(before.low, visit.low);
    if (visit.low !== visit.index) return;
    // the component is what was opened since
    for (let member = open.pop(); member; member = member === visit ? undefined : open.pop()) {
      component[member.node] = components;
    }
    components++;
  };

  for (let root = 0; root < targets.length; root++) {
    if (visits[root]) continue;
    enter(root);
    for (let visit = path.at(-1); visit; visit = path.at(-1)) {
      const target = targets[visit.node]![visit.next++];
      if (target === undefined) leave(visit);
      else if (!visits[target]) enter(target);
      else if (component[target] === -1) visit.low = Math.min(visit.low, visits[target].index);
    }
  }
  return component;
};
