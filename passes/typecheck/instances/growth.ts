// Type arguments that grow: in a circle of calls without end, or deeper than can be told apart from that.
//
// The set of instances is infinite exactly where a type parameter comes around to itself inside a larger type (Kennedy
// and Pierce, "On decidability of nominal subtyping with variance", 2007, on expansive type parameter graphs). So the
// instances need not be listed: the graph of their parameters is linear in the program.

import { mentionedIn, type Type } from "../../../ir/types.ts";
import { componentsOf } from "./components.ts";
import type { Edge, InstanceGraph } from "./graph.ts";

/** So deep type arguments may be nested (2.11.1). */
const LIMIT = 32;

/** A type argument of `call` is made of the parameter `source`, `wraps` types deep in it. */
interface Flow {
  readonly source: number;
  readonly target: number;
  readonly wraps: number;
  readonly call: Edge;
}

const insideOf = (type: Type): readonly Type[] =>
  type.kind === "Map" ? [type.of, type.value] : mentionedIn(type);

/** Options and boxes do not nest in themselves, so that they make nothing larger. */
const wrap = ({ kind }: Type): number => (kind === "Option" || kind === "Box" || kind === "Refined" ? 0 : 1);

/** How deep a type is nested; what its parameters stand for does not count. */
const nesting = (type: Type): number => {
  const inside = insideOf(type).map(nesting);
  return inside.length === 0 ? 0 : wrap(type) + Math.max(...inside);
};

const occurrencesIn = (type: Type, wraps = 0): readonly { readonly type: Type; readonly wraps: number }[] =>
  type.kind === "Parameter"
    ? [{ type, wraps }]
    : insideOf(type).flatMap((part) => occurrencesIn(part, wraps + wrap(type)));

const flowsOf = (call: Edge): readonly Flow[] => {
  const { from, to, args } = call;
  if (from === null) return [];
  const { first, function: caller } = from;
  return args.flatMap((arg, i) =>
    occurrencesIn(arg).flatMap(({ type, wraps }): readonly Flow[] => {
      const source = caller.typeParams.findIndex((param) => param.type === type);
      return source < 0 ? [] : [{ source: first + source, target: to.first + i, wraps, call }];
    }),
  );
};

/** The flows out of each parameter. */
const bySource = (flows: readonly Flow[], count: number): readonly (readonly Flow[])[] => {
  const all: Flow[][] = Array.from({ length: count }, () => []);
  for (const flow of flows) all[flow.source]!.push(flow);
  return all;
};

/** The calls that exceed the limit; no depth beyond it is handed on, so each parameter is looked at 33 times at most. */
const tooDeep = (calls: readonly Edge[], flows: readonly (readonly Flow[])[]): readonly Edge[] => {
  const depths = flows.map(() => -1);
  const waiting: number[] = [];
  const found: Edge[] = [];
  const reach = (param: number, depth: number, call: Edge): void => {
    if (depth > LIMIT) found.push(call);
    else if (depth > depths[param]!) {
      depths[param] = depth;
      waiting.push(param);
    }
  };
  for (const call of calls) {
    for (const [i, arg] of call.args.entries()) reach(call.to.first + i, nesting(arg), call);
  }
  for (let param = waiting.pop(); param !== undefined; param = waiting.pop()) {
    const depth = depths[param]!;
    for (const { target, wraps, call } of flows[param]!) reach(target, depth + wraps, call);
  }
  return found;
};

/** The calls that make ever larger instances, and those whose type arguments are nested too deep. */
export const growingCalls = ({ calls, params }: InstanceGraph): ReadonlySet<Edge> => {
  const flows = calls.flatMap(flowsOf);
  const targets = bySource(flows, params).map((each) => each.map(({ target }) => target));
  const component = componentsOf(targets);
  const endless = ({ source, target, wraps }: Flow): boolean =>
    wraps > 0 && component[source] === component[target];
  const finite = flows.filter((flow) => !endless(flow));
  return new Set([
    ...flows.filter(endless).map(({ call }) => call),
    ...tooDeep(calls, bySource(finite, params)),
  ]);
};
