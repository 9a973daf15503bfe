import own from "../../strings/news.ftl?raw";
import { roleOf } from "../../strings/sentences";
import { learn, t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import { Ruler, Tokens } from "../../ui/Tokens";
import { useSeat } from "../table/context";
import { trackLook } from "../table/looks";
import { Pair } from "../table/Pair";
import styles from "./coach.module.css";

learn(own);

interface Props {
  things: readonly string[];
  round: number;
  /** With before, price and after; without, one line each beside the thing itself. */
  drawn?: boolean;
}

/** What appears in this round, and what each thing is for. */
export default function News({ things, round, drawn = false }: Props) {
  return (
    <section className={drawn ? styles.news : styles.lines} aria-label={t("news", { round })}>
      <p className={styles.label}>{t("news", { round })}</p>
      {things.map((thing) => (
        <div key={thing}>
          {drawn ? <h2>{t(`new-${thing}`)}</h2> : <b>{t(`new-${thing}`)}.</b>}{" "}
          {drawn && <BeforeAndAfter thing={thing} />}
          <span>{t(`new-${thing}-for`)}</span>
        </div>
      ))}
    </section>
  );
}

/** Before, what it costs, after: a picture of what the line beside it says. */
function BeforeAndAfter({ thing }: { thing: string }) {
  const drawn = useDrawn()[thing];
  if (!drawn) return null;
  return (
    <p className={styles.how} aria-hidden="true">
      <span>{drawn.before}</span>
      <span className={styles.price}>
        {drawn.price}
        <svg className="runs" viewBox="0 0 26 14" width="26" height="14" aria-hidden="true" focusable="false">
          <path d="M1 7H23M17 1.5L23.5 7L17 12.5" fill="none" stroke="currentColor" strokeWidth="1.7" />
        </svg>
      </span>
      <span>{drawn.after}</span>
    </p>
  );
}

type Drawn = Record<"before" | "price" | "after", React.ReactNode>;

function useDrawn(): Record<string, Drawn | undefined> {
  const { view } = useSeat();
  const mine = roleOf(view, view.viewer);
  const strained = view.pairs.filter((each) => each.known).sort((a, b) => b.strain - a.strain)[0];
  const [a, b] = [roleOf(view, strained?.a), roleOf(view, strained?.b)];
  const pair = (crack: "strained" | "kept" | "bridge") => a && b && <Pair a={a} b={b} crack={crack} />;
  const chair = (state: "vacant" | "you") =>
    mine && <Emblem hue={mine.hue} letter={mine.letter} size={40} state={state} />;
  const low = [...view.tracks].filter(({ id }) => trackLook(id).focused).sort((x, y) => x.value - y.value)[0];
  const ruler = (more: number) => low && <Ruler value={low.value + more} top={low.top} />;
  return {
    table: {
      before: chair("vacant"),
      price: <Tokens kind="capacity" n={1} size={20} />,
      after: chair("you"),
    },
    focus: { before: ruler(0), price: t("price-nothing"), after: ruler(1) },
    bargain: { before: pair("strained"), price: t("price-word"), after: pair("bridge") },
    voice: {
      before: pair("strained"),
      price: <Tokens kind="goodwill" n={1} size={20} />,
      after: pair("kept"),
    },
  };
}
