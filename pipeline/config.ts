// fuse.pipeline.json: leaving out, moving, repeating and adding passes during development (chapter 7.17).

import { chain, type Either, isLeft, left, right } from "fp-ts/Either";
import { castDraft, produce } from "immer";
import * as t from "io-ts";
import type { PassOptions } from "./compiler.ts";
import { checkOrder } from "./order.ts";
import { type AnyPass, passesOf, type Stage } from "./stage.ts";

const place = t.exact(t.partial({ before: t.string, after: t.string }));
const file = t.exact(
  t.partial(
    {
      disable: t.array(t.string),
      move: t.array(t.intersection([t.type({ pass: t.string }), place])),
      repeat: t.array(t.intersection([t.type({ pass: t.string }), place])),
      plugins: t.array(t.intersection([t.type({ module: t.string }), place])),
      options: t.record(t.string, t.UnknownRecord),
    },
    "a pipeline file",
  ),
);
/** A pipeline file, decoded. */
export type PipelineConfig = t.TypeOf<typeof file>;
type Place = t.TypeOf<typeof place>;

/** What is wrong with a pipeline file, with a `FUSE_PIPELINE_…` code; the message names the pass or member. */
export interface ConfigFault {
  readonly code: string;
  readonly message: string;
}

const fault = (code: string, message: string): Either<ConfigFault, never> =>
  left({ code: `FUSE_PIPELINE_${code}`, message });
const malformed = (message: string) => fault("PARSE_FAILED", message);

const members: Readonly<Record<string, readonly string[]>> = {
  "": ["disable", "move", "repeat", "plugins", "options"],
  move: ["pass", "before", "after"],
  repeat: ["pass", "before", "after"],
  plugins: ["module", "before", "after"],
};

/** The first member that has no meaning, as a path; io-ts lets surplus members pass. */
const unknownMember = (value: Readonly<Record<string, unknown>>): string | null => {
  const own = Object.keys(value).find((key) => !members[""]!.includes(key));
  if (own !== undefined) return own;
  for (const key of ["move", "repeat", "plugins"]) {
    for (const entry of value[key] as readonly object[]) {
      const surplus = Object.keys(entry).find((name) => !members[key]!.includes(name));
      if (surplus !== undefined) return `${key}.${surplus}`;
    }
  }
  return null;
};

const misplaced = (config: PipelineConfig): string | null => {
  for (const key of ["move", "repeat", "plugins"] as const) {
    const entry = config[key]?.find((each) => (each.before === undefined) === (each.after === undefined));
    if (entry) return `${key}: exactly one of before and after must be given`;
  }
  return null;
};

/** Decodes the text of a pipeline file. */
export const decodeConfig = (text: string): Either<ConfigFault, PipelineConfig> => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return malformed(`it is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!t.UnknownRecord.is(value) || Array.isArray(value)) return malformed("expected a JSON object");
  const decoded = file.decode(value);
  if (isLeft(decoded)) {
    const path = decoded.left[0]!.context.map(({ key }) => key).filter(
      (key) => key !== "" && !/^\d+$/.test(key),
    );
    return malformed(`the member ${path.join(".")} is missing or of the wrong type`);
  }
  const surplus = unknownMember({ move: [], repeat: [], plugins: [], ...value });
  if (surplus !== null) return malformed(`there is no member ${surplus}`);
  const wrong = misplaced(decoded.right);
  return wrong === null ? right(decoded.right) : malformed(wrong);
};

// ---- What it does to the stages -------------------------------------------------------------------------

/** A pass that a plugin made, and where it goes. */
export interface PluginPass extends Place {
  readonly module: string;
  readonly pass: AnyPass;
}

const isPass = (stages: readonly Stage[], name: string): boolean =>
  stages.some((stage) => stage.passes.some((pass) => pass.name === name));
const isBoundary = (stages: readonly Stage[], name: string): boolean =>
  stages.some((stage) => stage.boundary === name);

type Step = (stages: readonly Stage[]) => Either<ConfigFault, readonly Stage[]>;

const without = (stages: readonly Stage[], name: string): readonly Stage[] =>
  produce(stages, (draft) => {
    for (const stage of draft) stage.passes = stage.passes.filter((pass) => pass.name !== name);
  });

/** `after` a boundary is at the end of its stage. */
const inserted = (stages: readonly Stage[], pass: AnyPass, { before, after }: Place): readonly Stage[] =>
  produce(stages, (draft) => {
    for (const { boundary, passes } of draft) {
      const at = passes.findIndex(({ name }) => name === (before ?? after));
      if (at >= 0) passes.splice(before === undefined ? at + 1 : at, 0, castDraft(pass));
      else if (boundary === after) passes.push(castDraft(pass));
    }
  });

const passNamed = (stages: readonly Stage[], name: string): AnyPass =>
  stages.flatMap((stage) => stage.passes).find((pass) => pass.name === name)!;

const known =
  (name: string, member: string, orBoundary = false): Step =>
  (stages) =>
    isPass(stages, name) || (orBoundary && isBoundary(stages, name))
      ? right(stages)
      : isBoundary(stages, name)
        ? fault("MISSING_PASS", `${member}: ${name} is a boundary, which always exists`)
        : fault("UNKNOWN_PASS", `${member}: unknown pass: ${name}`);

const knownPlace = (at: Place, member: string): Step =>
  known((at.before ?? at.after)!, member, at.after !== undefined);

const disabled =
  (name: string): Step =>
  (stages) =>
    passNamed(stages, name).optional
      ? right(without(stages, name))
      : fault("MISSING_PASS", `disable: the pass ${name} is needed`);

const moved =
  (name: string, at: Place): Step =>
  (stages) =>
    name === (at.before ?? at.after)
      ? right(stages)
      : right(inserted(without(stages, name), passNamed(stages, name), at));

const repeated =
  (name: string, at: Place): Step =>
  (stages) => {
    const pass = passNamed(stages, name);
    return right(inserted(stages, pass, at));
  };

const orderly =
  (start: string): Step =>
  (stages) => {
    const checked = checkOrder(stages, start);
    if (!isLeft(checked)) return right(stages);
    const { pass, takes, behind, gets } = checked.left;
    return fault(
      "INVALID_ORDER",
      `the pass ${pass} takes ${takes}, but behind ${behind} the program is ${gets}`,
    );
  };

/** Whether a pass that is needed was moved out of its stage, where others rely on it. */
const complete =
  (standard: readonly Stage[]): Step =>
  (stages) => {
    const away = passesOf(standard).find(
      ({ stage: { boundary }, pass: { name, optional } }) =>
        !optional &&
        !stages.find((each) => each.boundary === boundary)?.passes.some((pass) => pass.name === name),
    );
    return away === undefined
      ? right(stages)
      : fault(
          "MISSING_PASS",
          `move: the pass ${away.pass.name} is needed in the stage ${away.stage.boundary}`,
        );
  };

/** The stages as a pipeline file wants them; `start` is the language that the first stage takes. */
export const applyConfig = (
  stages: readonly Stage[],
  config: PipelineConfig,
  plugins: readonly PluginPass[],
  start: string,
): Either<ConfigFault, { readonly stages: readonly Stage[]; readonly options: PassOptions }> => {
  const steps: readonly Step[] = [
    ...(config.disable ?? []).flatMap((name) => [known(name, "disable"), disabled(name)]),
    ...(config.move ?? []).flatMap((entry) => [
      known(entry.pass, "move"),
      knownPlace(entry, "move"),
      moved(entry.pass, entry),
    ]),
    ...(config.repeat ?? []).flatMap((entry) => [
      known(entry.pass, "repeat"),
      knownPlace(entry, "repeat"),
      repeated(entry.pass, entry),
    ]),
    ...plugins.flatMap(({ pass, ...entry }) => [
      knownPlace(entry, "plugins"),
      (current: readonly Stage[]) => right(inserted(current, pass, entry)),
    ]),
    ...Object.keys(config.options ?? {}).map((name) => known(name, "options")),
    orderly(start),
    complete(stages),
  ];
  const startOf: Either<ConfigFault, readonly Stage[]> = right(stages);
  const applied = steps.reduce((current, step) => chain(step)(current), startOf);
  return isLeft(applied) ? applied : right({ stages: applied.right, options: config.options ?? {} });
};
