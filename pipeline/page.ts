// The page of `fuse passes --html`: a program at every point of the pipeline, side by side, changes marked.

import { diffLines } from "diff";
import type { Shown } from "./compile.ts";
import { programText } from "./dump.ts";
import type { Timing } from "./interceptors.ts";
import type { Stage } from "./stage.ts";

/** What the page shows. */
export interface PageContent {
  readonly title: string;
  readonly stages: readonly Stage[];
  readonly shown: readonly Shown[];
  readonly timings: readonly Timing[];
  /** Diagnostics as text, one each. */
  readonly problems: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const style = `
body { margin: 0; font: 14px/1.45 system-ui, sans-serif; color: #1c2330; background: #f6f7f9; display: grid; grid-template-columns: 17rem 1fr; height: 100vh; }
nav { overflow: auto; padding: 1rem; border-right: 1px solid #d7dce3; background: #fff; }
nav a { display: flex; justify-content: space-between; color: inherit; text-decoration: none; padding: .1rem .4rem; border-radius: .3rem; }
nav a:hover { background: #eaf0fb; } nav .boundary { font-weight: 600; margin-bottom: .6rem; border-top: 1px solid #d7dce3; } nav .same { color: #97a0ad; }
nav .later { color: #97a0ad; } nav span { color: #7a8494; font-variant-numeric: tabular-nums; font-weight: 400; }
main { overflow: auto; padding: 1rem 1.5rem; } h1 { font-size: 1.1rem; } h2 { font-size: 1rem; margin: 1.5rem 0 .2rem; } h2 small { color: #7a8494; font-weight: 400; }
p { margin: .2rem 0 .5rem; color: #4b5565; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; }
pre { margin: 0; padding: .6rem; background: #fff; border: 1px solid #d7dce3; border-radius: .4rem; overflow: auto; font: 12px/1.4 ui-monospace, monospace; max-height: 75vh; }
del { background: #fde2e1; text-decoration: none; display: inline-block; min-width: 100%; } ins { background: #dcf3e0; text-decoration: none; display: inline-block; min-width: 100%; }
.problem { color: #a4201b; white-space: pre-wrap; font-family: ui-monospace, monospace; }
@media (prefers-color-scheme: dark) { body { background: #14181f; color: #dfe5ee; } nav, pre { background: #1b212b; border-color: #2d3644; } nav a:hover { background: #263246; } p { color: #a3aebd; } del { background: #4a2222; } ins { background: #1f4028; } }
`;

interface Sides {
  readonly left: string;
  readonly right: string;
}

/** Both texts as HTML, what went away and what came marked. */
const sidesOf = (before: string, after: string): Sides =>
  diffLines(before, after).reduce<Sides>(
    ({ left, right }, { added, removed, value }) => {
      const text = escaped(value);
      const inner = text.replace(/\n$/, "");
      if (added) return { left, right: `${right}<ins>${inner}</ins>\n` };
      if (removed) return { left: `${left}<del>${inner}</del>\n`, right };
      return { left: left + text, right: right + text };
    },
    { left: "", right: "" },
  );

interface Section {
  readonly name: string;
  readonly nav: string;
  readonly body: string;
}

const sectionOf = (
  { point, before, state }: Shown,
  stages: readonly Stage[],
  times: ReadonlyMap<string, number>,
): Section => {
  const stage = stages.find(({ boundary }) => boundary === point.pass);
  const pass = stages.flatMap(({ passes }) => passes).find(({ name }) => name === point.pass);
  const text = `${programText(state)}\n`;
  const old = before === null ? null : `${programText(before)}\n`;
  const same = old === text;
  const ms = times.get(point.pass);
  const shownTime = ms === undefined ? "" : `${ms.toFixed(1)} ms`;
  const panes =
    old === null || same || stage
      ? `<pre>${escaped(text)}</pre>`
      : (({ left, right }) => `<div class="pair"><pre>${left}</pre><pre>${right}</pre></div>`)(
          sidesOf(old, text),
        );
  const note = same && !stage ? `<p>Changed nothing.</p>` : panes;
  return {
    name: point.pass,
    nav: `<a class="${stage ? "boundary" : same ? "pass same" : "pass"}" href="#${point.pass}">${point.pass}<span>${shownTime}</span></a>`,
    body: `<section id="${point.pass}"><h2>${point.pass} <small>${state.language.name}</small></h2><p>${escaped(stage?.truth ?? pass?.purpose ?? "")}</p>${note}</section>`,
  };
};

/** One self-contained page; nothing is loaded from elsewhere. */
export const page = ({ title, stages, shown, timings, problems }: PageContent): string => {
  const times = new Map(timings.map(({ name, ms }) => [name, ms]));
  const sections = shown.map((each) => sectionOf(each, stages, times));
  const reached = new Set(sections.map(({ name }) => name));
  const missing = stages
    .filter(({ boundary }) => !reached.has(boundary))
    .map(({ boundary }) => `<a class="later">${boundary}<span>not reached</span></a>`);
  const total = timings.reduce((sum, { ms }) => sum + ms, 0);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body><nav><b>${escaped(title)}</b>${sections.map(({ nav }) => nav).join("")}${missing.join("")}<p>total ${total.toFixed(1)} ms</p></nav>
<main><h1>${escaped(title)}</h1>${problems.map((text) => `<p class="problem">${escaped(text)}</p>`).join("")}
${sections.map(({ body }) => body).join("\n")}
</main></body></html>
`;
};
