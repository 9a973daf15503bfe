import type { Drawing } from "./chart";
import { escaped } from "./escape";

/** What a recap says, all of it in words already. */
export interface Recap {
  lang: string;
  dir: string;
  title: string;
  by: string;
  fate: string;
  why: string;
  /** My score: its heading, and each part with its points; null for who held no seat. */
  score: {
    title: string;
    band: string;
    parts: readonly (readonly [string, number])[];
    aim: string;
    clauses: readonly string[];
  } | null;
  coalitions: { title: string; rows: readonly { name: string; index: string; why: readonly string[] }[] };
  promises: {
    title: string;
    rows: readonly { broken: boolean; mark: string; text: string; wording: string | null }[];
  };
  chart: {
    title: string;
    sentence: string;
    legend: string;
    wide: number;
    drawing: Drawing;
    marks: readonly string[];
  };
  rounds: readonly { title: string; lines: readonly string[] }[];
  bots: string;
}

/** The game as one HTML file that refers to nothing outside itself. Everything in `recap` is text, never markup. */
export function recapHtml(recap: Recap): string {
  const { score, coalitions, promises, chart, rounds } = recap;
  const e = escaped;
  return `<!doctype html>
<html lang="${e(recap.lang)}" dir="${e(recap.dir)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${e(recap.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<p class="quiet">${e(recap.title)}. ${e(recap.by)}</p>
<h1>${e(recap.fate)}</h1>
<p>${e(recap.why)}</p>
${score ? scored(score) : ""}
<h2>${e(coalitions.title)}</h2>
${coalitions.rows.map(({ name, index, why }) => `<h3>${e(name)} <b>${e(index)}</b></h3>${list("ul", why)}`).join("\n")}
<h2>${e(promises.title)}</h2>
<ul>
${promises.rows
  .map(
    ({ broken, mark, text, wording }) =>
      `<li class="${broken ? "broken" : "kept"}"><b>${e(mark)}</b> ${e(text)}${wording ? ` <i dir="auto">${e(wording)}</i>` : ""}</li>`,
  )
  .join("\n")}
</ul>
<h2>${e(chart.title)}</h2>
<p>${e(chart.sentence)}</p>
<p class="quiet">${e(chart.legend)}</p>
${svg(chart.drawing, chart.wide)}
${list("ol", chart.marks)}
${rounds.map(({ title, lines }) => `<h3>${e(title)}</h3>${list("ul", lines)}`).join("\n")}
<p class="quiet">${e(recap.bots)}</p>
</main>
</body>
</html>
`;
}

function scored({ title, band, parts, aim, clauses }: NonNullable<Recap["score"]>): string {
  const rows = parts.map(([part, n]) => `<tr><th scope="row">${escaped(part)}</th><td>${n}</td></tr>`);
  return `<h2>${escaped(title)}</h2><p>${escaped(band)}</p><table>${rows.join("")}</table><h3>${escaped(aim)}</h3>${list("ul", clauses)}`;
}

const list = (tag: "ul" | "ol", lines: readonly string[]) =>
  lines.length > 0 ? `<${tag}>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</${tag}>` : "";

function svg({ shapes, height }: Drawing, wide: number): string {
  const drawn = shapes.map(({ tag, at, text = "" }) => {
    const attributes = Object.entries(at).map(([name, value]) => ` ${name}="${escaped(`${value}`)}"`);
    return `<${tag}${attributes.join("")}>${escaped(text)}</${tag}>`;
  });
  return `<svg viewBox="0 0 ${wide} ${height}" aria-hidden="true">${drawn.join("")}</svg>`;
}

const STYLE = `
:root{color-scheme:light dark;--paper:#f6f1e7;--ink:#221e19;--soft:#544c42;--line:#d5cbb8;--stone:#d9cdb8;--gold:#8a5e10;--red:#a8211a}
@media (prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#f1ede4;--soft:#c2c0b9;--line:#363d44;--stone:#4a4e50;--gold:#e9be62;--red:#ff8c80}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.45 "Segoe UI","Helvetica Neue",sans-serif;overflow-wrap:anywhere}
main{max-width:36rem;margin:0 auto;padding:20px 16px 60px}
h1,h2,h3{font-family:"Iowan Old Style","Palatino Linotype",Georgia,serif;line-height:1.2;margin:1.4em 0 .3em}
h1{font-size:2.1rem;margin-top:.3em}h3{font-size:1.05rem;margin-top:1em}p,ul,ol{margin:.3em 0}ul,ol{padding-inline-start:1.2em}
.quiet{color:var(--soft);font-size:14px}.kept b{color:var(--gold)}.broken b{color:var(--red)}
table{border-collapse:collapse;width:100%;max-width:22rem}th{font-weight:400;text-align:start}td{text-align:end;font-weight:600}th,td{padding:4px 0;border-bottom:1px solid var(--line)}
svg{display:block;direction:ltr;width:100%;height:auto;margin:10px 0}svg text{font-size:14px;fill:var(--soft)}
path{fill:none;stroke:var(--ink);stroke-width:2}.ground{fill:var(--stone);stroke:none}.edge,.floor{stroke:var(--soft);stroke-width:1}
.over{stroke-width:3}.spark.gold{stroke:var(--gold)}.crack{stroke:var(--red);stroke-width:3}.left{stroke:var(--soft);stroke-dasharray:4 4}
.dot{fill:var(--ink)}svg .number{fill:var(--paper);font-weight:700}.number,.tick{text-anchor:middle}.tick.first{text-anchor:start}.scale{text-anchor:end}
`;
