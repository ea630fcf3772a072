// The compiler as hooks: each stage is a Tapable waterfall of the program, each pass a tap under its own name.

import { isBoth, isLeft, type These } from "fp-ts/These";
import { SyncWaterfallHook } from "tapable";
import type { Diagnostic } from "../ir/diagnostic.ts";
import { onePerPlace } from "./diagnostics.ts";
import type { AnyLanguage, AnyPass, Stage } from "./stage.ts";
import { stageBefore } from "./stage.ts";

/** A program on its way: in `language`, with what was found wrong so far. */
export interface State {
  readonly language: AnyLanguage;
  readonly program: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** Nothing more is done with it. */
  readonly stopped: boolean;
}

/** A pass on its hook. Interceptors wrap `fn` when it is registered. */
export interface PassTap {
  readonly name: string;
  readonly type: "sync";
  readonly pass: AnyPass;
  readonly boundary: string;
  readonly fn: (state: State, options: PassOptions) => State;
}

/** The options of the passes, by pass name. */
export type PassOptions = Readonly<Record<string, unknown>>;

/** What wraps every pass: timing, verification, dumps. It calls `run` once and gives its result, or a later state. */
export type Interceptor = (
  tap: Pick<PassTap, "name" | "pass" | "boundary">,
  run: (state: State) => State,
) => (state: State) => State;

/** A pipeline that is ready to run. */
export interface Compiler {
  readonly stages: readonly Stage[];
  /** Runs the stages named in `boundaries`, in pipeline order, each from the end of the one in front of it. */
  readonly run: (start: State, boundaries: ReadonlySet<string>) => ReadonlyMap<string, State>;
}

type StageHook = SyncWaterfallHook<[State, PassOptions]>;

const step =
  (pass: AnyPass) =>
  (state: State, options: PassOptions): State => {
    if (state.stopped) return state;
    if (pass.afterErrors === "stop" && state.diagnostics.length > 0) return { ...state, stopped: true };
    const result: These<readonly Diagnostic[], unknown> = pass.run(state.program as never, {
      options: options[pass.name],
    });
    if (isLeft(result)) {
      return { ...state, diagnostics: [...state.diagnostics, ...result.left], stopped: true };
    }
    return {
      language: pass.to,
      program: result.right,
      diagnostics: isBoth(result) ? [...state.diagnostics, ...result.left] : state.diagnostics,
      stopped: false,
    };
  };

const intercept = (hook: StageHook, interceptor: Interceptor): void =>
  hook.intercept({
    register: (tap) => {
      const { fn, ...own } = tap as unknown as PassTap;
      const wrapped: PassTap = {
        ...own,
        fn: (state, options) => interceptor(own, (given) => fn(given, options))(state),
      };
      return wrapped as unknown as typeof tap;
    },
  });

const hookOf = (stage: Stage, interceptors: readonly Interceptor[]): StageHook => {
  const hook: StageHook = new SyncWaterfallHook(["state", "options"], stage.boundary);
  for (const pass of stage.passes) {
    const options: Omit<PassTap, "fn" | "type"> = { name: pass.name, pass, boundary: stage.boundary };
    hook.tap(options, step(pass));
  }
  for (const interceptor of interceptors) intercept(hook, interceptor);
  return hook;
};

/** What a stage makes of the diagnostics found up to its end. */
const gated = ({ gate, onePerPlace: once }: Stage, end: State): State => {
  if (end.diagnostics.length === 0) return end;
  return {
    ...end,
    diagnostics: once ? onePerPlace(end.diagnostics) : end.diagnostics,
    stopped: end.stopped || gate === true,
  };
};

/** Makes the hooks of the stages. The order was checked before (`order.ts`). */
export const compilerOf = (
  stages: readonly Stage[],
  options: PassOptions,
  interceptors: readonly Interceptor[],
): Compiler => ({
  stages,
  run: (start, boundaries) => {
    const ends = new Map<string, State>();
    for (const stage of stages) {
      if (!boundaries.has(stage.boundary)) continue;
      const before = stageBefore(stages, stage.boundary);
      const state = (before && ends.get(before.boundary)) ?? start;
      const end = state.stopped ? state : hookOf(stage, interceptors).call(state, options);
      ends.set(stage.boundary, gated(stage, end));
    }
    return ends;
  },
});
