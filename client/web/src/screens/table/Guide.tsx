import { Suspense } from "react";
import { guideMe, isPractice, useGuide } from "../../coach/guide";
import { introducedIn, isIntroduced } from "../../coach/introduce";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Caught, later } from "../../ui/later";
import { useSeat } from "./context";

// A first round has neither a stock-take to speak of nor anything new.
const Coach = later(() => import("../coach/Coach"));
const News = later(() => import("../coach/News"));

/** After the stock-take of a practice game: what the coach has to say. */
export function Coaching() {
  const { view } = useSeat();
  if (!isPractice(view) || !view.legal.commands.includes("note")) return null;
  return (
    <Caught instead={null}>
      <Suspense>
        <Coach />
      </Suspense>
    </Caught>
  );
}

/** What appears on the sheet in this round, and the word that shows everything at once. */
export function Pace() {
  const { view } = useSeat();
  const { everything } = useGuide();
  const { introduces, round, legal } = view;
  if (!legal.sheet) return null;
  const news = everything ? [] : introducedIn(view, round);
  const later = Object.keys(introduces).some((thing) => !isIntroduced(view, thing, round));
  return (
    <>
      {news.length > 0 && (
        <Caught instead={null}>
          <Suspense>
            <News things={news} round={round} />
          </Suspense>
        </Caught>
      )}
      {later && (
        <p>
          <Word quiet onPress={() => guideMe({ everything: !everything })}>
            {t(everything ? "one-at-a-time" : "show-everything")}
          </Word>
        </p>
      )}
    </>
  );
}
