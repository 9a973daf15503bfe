import { createElement, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { View } from "../../api/contract";
import { type Cast, trackLabel } from "../../strings/sentences";
import { t } from "../../strings/text";
import text from "../../ui/text.module.css";
import { draw, type Shape } from "./chart";
import styles from "./end.module.css";
import type { Story } from "./story";
import { chartSentence, markText, tracksFor } from "./words";

interface Props {
  story: Story;
  view: View;
  cast: Cast;
}

/** The tracks over the rounds: a picture, its sentence, what its numbers mark, and the same as a table. */
export function Chart({ story, view, cast }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const wide = useWidth(place);
  const drawing = useMemo(
    () => draw({ story, rounds: view.rounds, ...tracksFor(view), wide, start: t("chart-start") }),
    [story, view, wide],
  );
  return (
    <section>
      <h3 className={text.sectionTitle}>{t("chart-title")}</h3>
      <p>{chartSentence(story, view)}</p>
      <p className={text.quiet}>{t("chart-legend")}</p>
      <div ref={place} className={styles.chart}>
        <svg
          viewBox={`0 0 ${wide} ${drawing.height}`}
          width={wide}
          height={drawing.height}
          aria-hidden="true"
        >
          {drawing.shapes.map(drawn)}
        </svg>
      </div>
      {story.marks.length > 0 && (
        <ol className={styles.marks}>
          {story.marks.map((mark, n) => (
            <li key={`${mark.at}`}>
              <i aria-hidden="true">{n + 1}</i> {markText(mark, cast)}
            </li>
          ))}
        </ol>
      )}
      <details className={styles.asTable}>
        <summary>{t("as-table")}</summary>
        <Table story={story} view={view} cast={cast} />
      </details>
    </section>
  );
}

const drawn = ({ tag, at: { class: name, ...at }, text: words }: Shape, place: number) =>
  createElement(tag, { key: place, className: named(`${name}`), ...at }, words);

const named = (names: string) =>
  names
    .split(" ")
    .map((name) => styles[name])
    .join(" ");

const AT_FIRST = 328;

/** Letters in a drawing must not shrink with it: it is drawn as wide as its place is. */
function useWidth(place: React.RefObject<HTMLDivElement | null>): number {
  const [wide, setWide] = useState(AT_FIRST);
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const measured = new ResizeObserver(() => setWide(Math.max(240, Math.floor(box.clientWidth))));
    measured.observe(box);
    return () => measured.disconnect();
  }, [place]);
  return wide;
}

function Table({ story, view, cast }: Props) {
  const rows = [{ round: 0, tracks: story.start }, ...story.rounds];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={styles.scrolled} tabIndex={0} aria-label={t("chart-title")}>
      <table>
        <thead>
          <tr>
            <td />
            {view.tracks.map(({ id }) => (
              <th key={id} scope="col">
                {trackLabel(id)}
              </th>
            ))}
            <th scope="col">{t("what-happened")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ round, tracks }) => (
            <tr key={round}>
              <th scope="row">{round === 0 ? t("chart-start") : t("of-round", { round })}</th>
              {view.tracks.map(({ id }) => (
                <td key={id}>{tracks[id]}</td>
              ))}
              <td>
                {story.marks
                  .filter((mark) => mark.round === round)
                  .map((mark) => markText(mark, cast))
                  .join(" ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
