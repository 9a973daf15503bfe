import { expect, it } from "vitest";
import { escaped } from "./escape";
import { type Recap, recapHtml } from "./recap";

const EVIL = `<b>&"'</b><script>alert(1)</script>`;
const RECAP: Recap = {
  lang: "en",
  dir: "ltr",
  title: EVIL,
  by: EVIL,
  fate: EVIL,
  why: EVIL,
  score: { title: EVIL, band: EVIL, parts: [[EVIL, 3]], aim: EVIL, clauses: [EVIL] },
  coalitions: { title: EVIL, rows: [{ name: EVIL, index: EVIL, why: [EVIL] }] },
  promises: { title: EVIL, rows: [{ broken: true, mark: EVIL, text: EVIL, wording: EVIL }] },
  chart: {
    title: EVIL,
    sentence: EVIL,
    legend: EVIL,
    wide: 300,
    drawing: { height: 10, shapes: [{ tag: "text", at: { class: EVIL, x: 1 }, text: EVIL }] },
    marks: [EVIL],
  },
  rounds: [{ title: EVIL, lines: [EVIL] }],
  bots: EVIL,
};

it("whatever people wrote stands in the file as text", () => {
  const html = recapHtml(RECAP);
  expect(html).not.toContain("<script");
  expect(html).not.toContain(EVIL);
  const given = JSON.stringify(RECAP).split(JSON.stringify(EVIL)).length - 1;
  // The title stands in the head and on the page.
  expect(html.split(escaped(EVIL)).length - 1).toBe(given + 1);
});

it("the file refers to nothing outside itself", () => {
  const html = recapHtml(RECAP);
  expect(html).not.toMatch(/\b(src|href)=|url\(|@import|https?:/);
});

it("who held no seat has no score in it", () => {
  expect(recapHtml({ ...RECAP, score: null })).not.toContain("<table>");
});
