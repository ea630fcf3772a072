// parse, by example.

import { isLeft } from "fp-ts/Either";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { passNames } from "../testing.ts";
import type { Call, UsageError } from "./call.ts";
import { hasOption, optionValue } from "./call.ts";
import { parse } from "./parse.ts";

const parsed = (line: string) =>
  parse(line === "" ? [] : line.split(" "), {
    isPackageFolder: (path) => path.startsWith("pkg"),
    passes: passNames,
  });

const call = (line: string): Call => {
  const request = parsed(line);
  if (isLeft(request)) throw new Error(request.left.message);
  if (request.right.kind !== "call") throw new Error(`${line}: ${request.right.kind}`);
  return request.right.call;
};

const wrong = (line: string): UsageError => {
  const request = parsed(line);
  if (!isLeft(request)) throw new Error(`no usage error: ${line}`);
  return request.left;
};

const errors: readonly (readonly [line: string, message: string, suggestion?: string])[] = [
  ["frobnicate", "unknown command: frobnicate"],
  ["chekc a.fuse", "unknown command: chekc", "check"],
  ["biuld", "unknown command: biuld", "build"],
  ["mig", "unknown command: mig", "migrate"],
  ["help nonsense", "unknown command: nonsense"],
  ["--filter x test", "unknown option: --filter"],
  ["--bogus run", "unknown option: --bogus"],
  ["--colour never run", "unknown option: --colour", "--color"],
  ["run --bogus a.fuse", "unknown option: --bogus"],
  ["run a.fuse --backand ast", "unknown option: --backand", "--backend"],
  ["run -x", "unknown option: -x"],
  ["run -V", "unknown option: -V"],
  ["--color never -V", "unknown option: -V"],
  ["run --filter x", "--filter is only supported for fuse test"],
  ["run --release", "--release is only supported for fuse build"],
  ["fmt --frozen", "--frozen is only supported for fuse run, fuse check, fuse test, fuse build"],
  ["openapi --verify", "--verify is only supported for fuse check, fuse run, fuse build, fuse test"],
  ["check --html x", "--html is only supported for fuse passes"],
  ["new --manifest-path x", "--manifest-path is only supported for fuse run"],
  ["clean --cache --frozen", "--frozen is not supported for fuse clean"],
  ["deps lock --app x", "--app is not supported for fuse deps lock"],
  ["deps publish-check --update", "--update is not supported for fuse deps publish-check"],
  ["check --app", "--app expects NAME"],
  ["check --app --color always", "--app expects NAME"],
  ["test --filter=", "--filter expects PATTERN"],
  ["check --verify=yes", "--verify takes no value"],
  ["check --diagnostics xml", "invalid --diagnostics value: xml"],
  ["check --color=blue", "invalid --color value: blue"],
  ["run --backend turbo", "unknown backend: turbo"],
  ["check --backend AST", "unknown backend: AST"],
  ["check --dump-pass=nonsense", "unknown pass: nonsense"],
  ["check --dump-pass=typechek", "unknown pass: typechek", "typecheck"],
  ["check --dump-pass=parse:before", "unknown pass: parse:before"],
  ["check --dump-pass=parse --dump-format xml", "invalid --dump-format value: xml"],
  ["check --dump-format json", "--dump-format needs --dump-pass"],
  ["check --dump-diff", "--dump-diff needs --dump-pass"],
  ["check --dump-pass parse --dump-diff --dump-format json", "--dump-diff does not go with --dump-format"],
  ["run --from-pass all d.json", "--from-pass expects the name of one pass, found: all"],
  ["run --from-pass typecheck", "--from-pass expects an entry file"],
  ["run --from-pass registers --backend ast d", "--from-pass registers does not go with --backend ast"],
  ["deps", "fuse deps expects a subcommand"],
  ["deps tidy", "unknown subcommand: tidy"],
  ["clean", "fuse clean expects --cache"],
  ["clean --cache a b", "unexpected argument: b"],
  ["clean --cache --manifest-path a b", "unexpected argument: b"],
  ["new", "fuse new expects DIR"],
  ["check --workspace a.fuse", "--workspace checks folders"],
  ["run a.fuse b.fuse", "unexpected argument: b.fuse"],
  ["passes a.fuse", "unexpected argument: a.fuse"],
  ["version 2", "unexpected argument: 2"],
  ["check a.fuse -- --x=1", "unexpected --"],
];

for (const [line, message, suggestion] of errors)
  test(`fuse ${line}`, () => {
    const error = wrong(line);
    assert.ok(error.message.startsWith(message), error.message);
    assert.is(error.suggestion, suggestion ?? null);
  });

test("some errors have codes", () => {
  assert.is(wrong("frobnicate").code, "wrapper_unknown_command");
  assert.is(wrong("run --backend=x").code, "wrapper_unknown_backend");
  assert.is(wrong("run --from-pass=x d").code, "wrapper_unknown_pass");
  assert.is(wrong("deps").code, "wrapper_missing_subcommand");
  assert.is(wrong("deps x").code, "wrapper_unknown_subcommand");
  assert.is(wrong("run --x").code, null);
});

test("help and version", () => {
  const kinds = (lines: readonly string[]) =>
    lines.map((line) => {
      const request = parsed(line);
      return isLeft(request) ? request.left.message : request.right;
    });
  assert.equal(kinds(["", "--help", "-h", "help", "help run", "run --bogus -h", "-V", "version"]), [
    { kind: "nothing" },
    { kind: "help", command: null },
    { kind: "help", command: null },
    { kind: "help", command: null },
    { kind: "help", command: "run" },
    { kind: "help", command: "run" },
    { kind: "version" },
    { kind: "version" },
  ]);
});

test("values stand behind a blank or an equals sign, and the last one counts", () => {
  const { options, ...rest } = call("--color never run --app=One --app Two --strict-architecture a.fuse");
  const given = { options, ...rest };
  assert.is(optionValue(given, "app"), "Two");
  assert.ok(hasOption(given, "strict-architecture"));
  assert.is(given.entry, "a.fuse");
});

test("a folder with a manifest is the manifest path; the next positional is the entry", () => {
  assert.is(call("run pkg").manifestPath, "pkg");
  assert.is(call("run pkg").entry, null);
  assert.is(call("run pkg a.fuse").entry, "a.fuse");
  assert.is(call("run --manifest-path x pkg").entry, "pkg");
});

test("what follows -- belongs to the program", () => {
  assert.equal(call("run a.fuse -- --name Ada --help").programArguments, ["--name", "Ada", "--help"]);
  assert.equal(call("run a.fuse --").programArguments, []);
});

test("several dumps may be asked for", () => {
  assert.equal(call("check --dump-pass parse --dump-pass all").options.get("dump-pass"), ["parse", "all"]);
});

test("with a pipeline file the names of passes are left to it", () => {
  const world = { isPackageFolder: () => false, passes: [{ name: "parse", backends: ["ast" as const] }] };
  const fails = (...args: readonly string[]) => isLeft(parse(["check", "a.fuse", ...args], world));
  assert.ok(fails("--dump-pass", "mine"));
  assert.not.ok(fails("--dump-pass", "mine", "--pipeline=p.json"));
});

test.run();
