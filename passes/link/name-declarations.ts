// name-declarations: every declaration gets its id.

import { right } from "fp-ts/These";
import { pass } from "../../ir/framework/pass.ts";
import { rewrite } from "../../ir/framework/rewrite.ts";
import { Linked, type LinkedGrammar, Named, type NamedGrammar } from "../../ir/linked.ts";
import { declarationId, methodId } from "../../ir/symbols.ts";

/** Gives out the ids of one module: a name that repeats another has an id that no name leads to. */
class Ids {
  readonly #path: string;
  readonly #taken = new Set<string>();
  #impls = 0;

  constructor(path: string) {
    this.#path = path;
  }

  of(name: string): string {
    const id = declarationId(this.#path, name);
    const own = this.#taken.has(id) ? `${id}#${this.#taken.size}` : id;
    this.#taken.add(own);
    return own;
  }

  impl(): string {
    return declarationId(this.#path, `impl${this.#impls++}`);
  }
}

/** `impl` is the id of the impl around, if there is one. */
interface Context {
  readonly ids: Ids;
  readonly impl: string | null;
}

const body = rewrite<LinkedGrammar, NamedGrammar, Context>(Linked, Named, {
  Module: {
    Module: (n, to) => {
      const context = { ids: new Ids(n.path), impl: null };
      return { ...n, items: n.items.map((item) => to.Item(item, context)) };
    },
  },
  Item: {
    Struct: (n, _, { ids }) => ({ ...n, id: ids.of(n.name.name) }),
    DerivedStruct: (n, _, { ids }) => ({ ...n, id: ids.of(n.name.name) }),
    Enum: (n, _, { ids }) => ({ ...n, id: ids.of(n.name.name) }),
    Interface: (n, _, { ids }) => ({ ...n, id: ids.of(n.name.name) }),
    Component: (n, _, { ids }) => ({ ...n, id: ids.of(n.name.name) }),
    Service: (n, _, { ids }) => ({ ...n, id: ids.of(n.name.name) }),
    Config: (n, _, { ids }) => ({ ...n, id: ids.of(n.name.name) }),
    Impl: (n, to, { ids }) => {
      const id = ids.impl();
      return { ...n, id, methods: n.methods.map((method) => to.Fn(method, { ids, impl: id })) };
    },
  },
  Fn: {
    Fn: (n, _, { ids, impl }) => ({
      ...n,
      id: impl === null ? ids.of(n.name.name) : methodId(impl, n.name.name),
    }),
  },
});

export const nameDeclarations = pass({
  name: "name-declarations",
  purpose: "Gives every declaration its id.",
  from: Linked,
  to: Named,
  run: (program) => right(body.Program(program, { ids: new Ids(""), impl: null })),
});
