// Writes large, well-typed FUSE programs for benchmarks: the same text for the same number of lines.

const unit = (k) => `## Record ${k} of the stock.
type Item${k}:
  name: String(1..40)
  price: Float = 1.5
  count: Int(0..1000) = ${k % 7}
  tags: List<String> = ["new", "t${k}"]
  note: String?

enum Event${k}:
  Created
  Moved(Int, Int)
  Failed(String)

type Problem${k}:
  message: String

fn total${k}(items: List<Item${k}>, factor: Int = ${k % 5}) -> Float:
  var sum = 0.0
  for item in items:
    if item.count > ${k % 11} and item.price < ${k}.5:
      sum = sum + item.price * item.count + factor * (item.count - 1)
    else if item.note == null:
      sum = sum - 1
    else:
      continue
  return sum / 2 + ${k % 13}

fn describe${k}(event: Event${k}) -> String:
  match event:
    Created -> "created number ${k}"
    Moved(0, y) -> "moved to \${y}"
    Moved(x, y) -> "moved by \${x + y * 2} and \${x - y}"
    Failed(reason):
      let text = "failed: \${reason}"
      return text + "!"

fn find${k}(table: Map<String, Int>, key: String) -> Int!Problem${k}:
  let base = table[key] ?! Problem${k}(message="no \${key} in \${table}")
  var steps = 0
  while steps < 10 and base + steps < 100:
    steps = steps + 1
  return base + steps * ${(k % 3) + 1}

fn report${k}(name: String) -> List<String>:
  let item = Item${k}(name=name, price=2.5, tags=["a", name, "c"])
  item.tags[1] = item.tags[0] + "-" + describe${k}(Event${k}.Moved(item.count, 2))
  match find${k}({"a": 1, "b": item.count}, name):
    Ok(n):
      return [item.name, "\${n}", "\${total${k}([item], factor=n)}"]
    Err(problem):
      return [problem.message, item.note ?? "none"]
`;

/** A program of about `lines` lines; its app reaches the first of its functions, or all of them. */
export const generateProgram = (lines, reachesAll = false) => {
  const parts = [];
  let count = 4;
  let k = 0;
  while (count < lines) {
    const text = unit(k++);
    parts.push(text);
    count += text.split("\n").length;
  }
  const reports = Array.from({ length: reachesAll ? k : 1 }, (_, i) => `  print(report${i}("a"))\n`);
  return `${parts.join("\n")}\napp "generated":\n${reports.join("")}`;
};

/** Modules stand in groups that import each other in a row, as layers of an application do. */
const GROUP = 10;

/** What module `m` takes from the module before it in its group: the record whose number is given. */
const link = (m, own, before) =>
  before === null
    ? { head: "", tail: "" }
    : {
        head: `import { Item${before}, total${before} } from "./m${m - 1}"\n\n`,
        tail: `\nfn link${own}(items: List<Item${before}>) -> Float:\n  return total${before}(items) + 1\n`,
      };

/** A program of `count` modules with about `lines` lines in all: texts by path, `main.fuse` imports them all. */
export const generateModules = (count, lines) => {
  const units = Math.max(count, Math.round(lines / (unit(0).split("\n").length + 3)));
  const firstOf = (m) => Math.floor((m * units) / count);
  const numbers = Array.from({ length: count }, (_, m) => m);
  const modules = numbers.map((m) => {
    const own = Array.from({ length: firstOf(m + 1) - firstOf(m) }, (_, i) => firstOf(m) + i);
    const { head, tail } = link(m, own[0], m % GROUP === 0 ? null : firstOf(m - 1));
    return [`m${m}.fuse`, head + own.map(unit).join("\n") + tail];
  });
  const imports = numbers.map((m) => `import { report${firstOf(m)} } from "./m${m}"\n`);
  const prints = numbers.map((m) => `  print(report${firstOf(m)}("a"))\n`);
  return Object.fromEntries([
    ["main.fuse", `${imports.join("")}\napp "generated":\n${prints.join("")}`],
    ...modules,
  ]);
};
