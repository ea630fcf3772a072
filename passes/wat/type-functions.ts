// Functions that go through the members of structs and enums, for the run-time part, which knows no types.

import type { NodeOf } from "../../ir/framework/language.ts";
import type { WatGrammar } from "../../ir/wat.ts";
import { block, call, get, type Instr, i32, load, loop, op, opWith, set, store, when } from "./code.ts";
import { Context, type Module } from "./context.ts";
import { dropReference, dupReference, type Reference, slotReference } from "./counts.ts";
import { isOf, type Shape, type TypeDecl } from "./types.ts";

type WatFunction = NodeOf<WatGrammar, "Function">;

const OBJECT = "object";
const TAG = 8;

/** What is done with the members, and the name of the function that does it to any object. */
interface Task {
  readonly name: "drop_fields" | "dup_fields";
  readonly note: string;
  readonly each: (context: Context, reference: Reference) => void;
}
const tasks: readonly Task[] = [
  { name: "drop_fields", note: "gives up what a struct or enum value consists of", each: dropReference },
  {
    name: "dup_fields",
    note: "adds an owner to what a struct or enum value consists of",
    each: dupReference,
  },
];

/** All these functions of a program. */
export const typeFunctions = (module: Module): readonly WatFunction[] => {
  const counted = module.types.declarations.filter(({ id }) => module.types.hasCounted(id));
  const own = module.types.declarations.filter(({ id }) => module.types.holdsItself(id));
  return [
    ...tasks.flatMap((task) => [
      ...counted.map((declaration) => ofType(module, task, declaration)),
      ofAny(module, task, counted),
    ]),
    ...own.map((declaration) => freeing(module, declaration)),
  ];
};

const LIST = "list";

/**
 * Frees a value of a type that holds itself, and all such values that it alone holds: they wait on a list of its own,
 * threaded through their first words. Members of other types go the general way, which comes back here at most once
 * before it has a list too, so that no chain is too long for the stack.
 */
const freeing = (module: Module, { id, name }: TypeDecl): WatFunction =>
  made(
    module,
    module.types.functionFor("free", id),
    `frees a value that nobody holds: ${name}`,
    (context) => {
      context.variables.set(LIST, "i32");
      const again = context.label("next");
      const shapes = module.types.shapesOf(id);
      const code = shapes.map((shape) => context.within(() => freed(context, id, shape)));
      const tag = load("i32", get(OBJECT), TAG);
      context.emit(
        store("i32", get(OBJECT), i32(0)),
        set(LIST, get(OBJECT)),
        loop(again, [
          set(OBJECT, get(LIST)),
          set(LIST, load("i32", get(OBJECT))),
          ...(code.length === 1 ? code[0]! : byNumber(context, tag, code)),
          opWith("br_if", [`$${again}`], get(LIST)),
        ]),
      );
    },
  );

/** Gives up the members of one value; its memory is free then. */
const freed = (context: Context, id: string, { members, class: sizeClass }: Shape): void => {
  // a variant without payload lives for ever
  if (members.length === 0) return;
  for (const { type, offset } of members) {
    if (!context.module.types.isCountedInMemory(type)) continue;
    const reference = slotReference(context, type, load("i32", get(OBJECT), offset));
    if (!isOf(type, id)) dropReference(context, reference);
    else
      dropReference(context, reference, [
        store("i32", reference.value, get(LIST)),
        set(LIST, reference.value),
      ]);
  }
  const first = i32(4 * sizeClass);
  context.emit(store("i32", get(OBJECT), load("i32", first)), store("i32", first, get(OBJECT)));
};

const ofType = (module: Module, task: Task, { id, name }: TypeDecl): WatFunction =>
  made(module, module.types.functionFor(task.name, id), `${task.note}: ${name}`, (context) => {
    const shapes = module.types.shapesOf(id);
    const code = shapes.map((shape) => context.within(() => overMembers(context, task, shape)));
    const tag = load("i32", get(OBJECT), TAG);
    context.emit(...(code.length === 1 ? code[0]! : byNumber(context, tag, code)));
  });

const overMembers = (context: Context, { each }: Task, { members }: Shape): void => {
  for (const { type, offset } of members) {
    if (!context.module.types.isCountedInMemory(type)) continue;
    each(context, slotReference(context, type, load("i32", get(OBJECT), offset)));
  }
};

const ofAny = (module: Module, task: Task, counted: readonly TypeDecl[]): WatFunction =>
  made(module, task.name, task.note, (context) => {
    const known = new Set(counted);
    const code = module.types.declarations.map((declaration) =>
      known.has(declaration) ? [call(module.types.functionFor(task.name, declaration.id), get(OBJECT))] : [],
    );
    const number = op("i32.shr_u", load("i32", get(OBJECT), 4), i32(16));
    context.emit(...byNumber(context, number, code));
  });

/** So many blocks are nested at most: the assembler's stack holds some 150. */
const NESTED = 32;

/** One of several pieces of code, by number; `first` is that of the first. */
const byNumber = (
  context: Context,
  number: Instr,
  code: readonly (readonly Instr[])[],
  first = 0,
): readonly Instr[] => {
  if (code.length <= NESTED)
    return byTable(context, first === 0 ? number : op("i32.sub", number, i32(first)), code);
  const middle = code.length >> 1;
  const halves = [code.slice(0, middle), code.slice(middle)] as const;
  const isLow = op("i32.lt_u", number, i32(first + middle));
  const low = byNumber(context, number, halves[0], first);
  return [when(isLow, low, byNumber(context, number, halves[1], first + middle))];
};

const byTable = (context: Context, number: Instr, code: readonly (readonly Instr[])[]): readonly Instr[] => {
  const filled = code.flatMap((each, i) => (each.length > 0 ? [{ each, i }] : []));
  if (filled.length === 0) return [];
  const [first] = filled;
  if (filled.length === 1) return [when(op("i32.eq", number, i32(first!.i)), first!.each)];
  const end = context.label("end");
  const labels = filled.map(() => context.label("case"));
  const byIndex = new Map(filled.map(({ i }, place) => [i, labels[place]!]));
  const targets = code.map((_, i) => `$${byIndex.get(i) ?? end}`);
  const start: Instr = opWith("br_table", [...targets, `$${end}`], number);
  return [
    block(
      end,
      filled.reduce<readonly Instr[]>(
        (inner, { each }, i) => [
          block(labels[i]!, inner),
          ...each,
          ...(i === filled.length - 1 ? [] : [opWith("br", [`$${end}`])]),
        ],
        [start],
      ),
    ),
  ];
};

const NO_CALLEE = {
  counts: "nothing",
  suspends: false,
  borrowed: [],
  params: [],
  results: [],
  takesCalls: false,
  takesSite: false,
} as const;

const made = (module: Module, name: string, note: string, write: (context: Context) => void): WatFunction => {
  const callee = { name, ...NO_CALLEE };
  const context = new Context(module, "", callee, new Map());
  context.freeing = true;
  write(context);
  return {
    ...{ kind: "Function", at: 0, name, note, exported: null, results: [] },
    params: [{ kind: "Variable", at: 0, name: OBJECT, type: "i32" }],
    locals: [...context.variables].map(([local, type]) => ({ kind: "Variable", at: 0, name: local, type })),
    body: context.code,
  };
};
