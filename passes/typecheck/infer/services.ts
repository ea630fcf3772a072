// Inference of services (chapter 2.14): a route is a function of what its path and its request give.

import { enterAnother, type InferenceOf, tailOf } from "./context.ts";

export const services: InferenceOf<"Item", "Service"> = {
  Service: (n, to, context) => ({
    kind: "Service",
    at: n.at,
    id: n.id,
    name: n.name,
    basePath: n.basePath,
    routes: n.routes.map((route) => to.Route(route, context)),
  }),
};

export const routes: InferenceOf<"Route", "Route"> = {
  Route: (n, to, context) => {
    const result = n.result.type;
    const inside = enterAnother(context, result);
    return {
      kind: "Route",
      at: n.at,
      verb: n.verb,
      path: n.path,
      locals: n.locals,
      params: n.params.map((param) => to.Param(param, inside)),
      bodyParam: n.bodyParam && to.Param(n.bodyParam, inside),
      result,
      body: to.Block(n.body, tailOf(inside)),
    };
  },
};
