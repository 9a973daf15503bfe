import { useMemo } from "react";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { whereNow } from "../table/Heading";
import type { Frame } from "./frames";
import { phaseMarks } from "./marks";
import styles from "./replay.module.css";

interface Props {
  frames: readonly Frame[];
  place: number;
  onMove: (place: number) => void;
}

/** Back and forth through the game; a short stroke where a phase began, a long one with its number for a round. */
export function Scrubber({ frames, place, onMove }: Props) {
  const marks = useMemo(() => phaseMarks(frames), [frames]);
  const last = frames.length - 1;
  const { round, rounds, phase } = (frames[place] as Frame).view;
  const where = t("moment-of", { where: whereNow(round, rounds, phase), n: place + 1, all: frames.length });
  const at = (n: number) => (last > 0 ? (n / last) * 100 : 0);
  return (
    <>
      <div className={styles.line}>
        <input
          type="range"
          min={0}
          max={last}
          value={place}
          aria-label={t("moment")}
          aria-valuetext={where}
          onChange={(event) => onMove(Number(event.currentTarget.value))}
        />
        <svg
          className="runs"
          viewBox="0 0 100 10"
          preserveAspectRatio="none"
          aria-hidden="true"
          focusable="false"
        >
          {marks.map(({ place: n, first }) => (
            <path key={n} d={`M${at(n)} 0V${first ? 10 : 5}`} vectorEffect="non-scaling-stroke" />
          ))}
        </svg>
      </div>
      <p className={styles.where}>{where}</p>
      <div className={styles.keys}>
        <Word disabled={place === 0} onPress={() => onMove(place - 1)}>
          {t("earlier")}
        </Word>
        <Word disabled={place === last} onPress={() => onMove(place + 1)}>
          {t("later-on")}
        </Word>
        {marks
          .filter(({ first }) => first)
          .map((mark) => (
            <button
              key={mark.round}
              type="button"
              className={styles.round}
              aria-label={t("jump-to-round", { round: mark.round })}
              aria-current={mark.round === round ? "step" : undefined}
              onClick={() => onMove(mark.place)}
            >
              {mark.round}
            </button>
          ))}
      </div>
    </>
  );
}
