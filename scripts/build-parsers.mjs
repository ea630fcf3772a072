// Generates the parser from the grammar files: a literal of the grammar is a token kind, in the parser a token character.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { buildSync } from "esbuild";
import peggy from "peggy";
import { globSync } from "./files.mjs";

const FOLDER = "passes/parse/grammar";
const FIRST = `${FOLDER}/core.peggy`;

/** A TypeScript module of ours that Node is to run as it is. */
const load = (path) => {
  const [file] = buildSync({ entryPoints: [path], bundle: true, write: false, format: "esm" }).outputFiles;
  return import(`data:text/javascript,${encodeURIComponent(file.text)}`);
};

/** A Peggy plugin: 'fn' is a token, '+ -' a class of tokens, 'a…b' the range of kinds from a to b. */
const tokenLiterals = (characterOf) => ({
  use(config) {
    const translate = (node) => {
      const words = node.value.split(" ");
      if (words.length === 1 && !words[0].includes("…")) {
        node.value = characterOf(words[0]);
        return;
      }
      const parts = words.map((word) => {
        const ends = word.split("…").map(characterOf);
        return ends.length === 1 ? ends[0] : ends;
      });
      delete node.value;
      Object.assign(node, { type: "class", parts, inverted: false, ignoreCase: false, unicode: false });
    };
    const visit = peggy.compiler.visitor.build({ literal: translate });
    config.passes.prepare.unshift((ast) => visit(ast));
    // An item may match a hole, which takes no input; but no list of items is ever read at one (see core.peggy).
    config.passes.check = config.passes.check.filter((pass) => pass.name !== "reportInfiniteRepetition");
  },
});

/** Writes `generated/parser.js` beside the grammar files, which make one parser. */
export const buildParsers = async () => {
  const { tokenOf } = await load("ir/tokens.ts");
  const { HOLE } = await load(`${FOLDER}/recovery.ts`);
  const characterOf = (kind) => {
    const character = kind === "hole" ? HOLE : tokenOf.get(kind);
    if (!character) throw new Error(`the grammar names an unknown token: ${kind}`);
    return character;
  };
  const paths = [FIRST, ...globSync(FOLDER, /\.peggy$/).filter((path) => path !== FIRST)];
  const source = peggy.generate(
    paths.map((path) => ({ source: path, text: readFileSync(path, "utf8") })),
    {
      output: "source",
      format: "es",
      allowedStartRules: ["File", "Chunk"],
      plugins: [tokenLiterals(characterOf)],
    },
  );
  mkdirSync(`${FOLDER}/generated`, { recursive: true });
  writeFileSync(`${FOLDER}/generated/parser.js`, source);
};
