// The pipeline that a call compiles with: the standard one, changed by a pipeline file if one is named.

import { readFileSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Either, isLeft, left, right } from "fp-ts/Either";
import type { PassOptions } from "../../pipeline/compiler.ts";
import { applyConfig, type ConfigFault, decodeConfig, type PluginPass } from "../../pipeline/config.ts";
import { passOfPlugin } from "../../pipeline/plugin.ts";
import { namesOf } from "../../pipeline/points.ts";
import type { Stage } from "../../pipeline/stage.ts";
import { standard, start } from "../../pipeline/standard.ts";
import type { Problem } from "../compiler.ts";
import { importModule } from "../launcher/import-module.ts";
import { fileProblem, problem } from "../problem.ts";

export interface Pipeline {
  readonly stages: readonly Stage[];
  readonly options: PassOptions;
}

/** Reads and checks the pipeline file (absolute path), if there is one. */
export const pipelineOf = async (path: string | null): Promise<Either<Problem, Pipeline>> => {
  if (path === null) return right({ stages: standard, options: {} });
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return left(fileProblem("read", path, error));
  }
  const inFile = ({ code, message }: ConfigFault) => problem(`[${code}] ${basename(path)}: ${message}`, code);
  const config = decodeConfig(text);
  if (isLeft(config)) return left(inFile(config.left));
  const plugins: PluginPass[] = [];
  for (const { module, ...place } of config.right.plugins ?? []) {
    const pass = passOfPlugin(await load(resolve(dirname(path), module)));
    if (isLeft(pass)) {
      return left(inFile({ code: "FUSE_PIPELINE_PLUGIN_FAILED", message: `${module}: ${pass.left}` }));
    }
    const { name } = pass.right;
    if (namesOf(standard).includes(name)) {
      const message = `${module}: the name ${name} is taken`;
      return left(inFile({ code: "FUSE_PIPELINE_PLUGIN_FAILED", message }));
    }
    plugins.push({ module, pass: pass.right, ...place });
  }
  const applied = applyConfig(standard, config.right, plugins, start.name);
  return isLeft(applied) ? left(inFile(applied.left)) : applied;
};

/** The module at a path; one that cannot be loaded is a module whose function says why. */
const load = async (path: string): Promise<unknown> => {
  try {
    return await importModule(pathToFileURL(path).href);
  } catch (error) {
    return {
      default: () => {
        throw error;
      },
    };
  }
};
