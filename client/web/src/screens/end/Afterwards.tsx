import { useMemo, useState } from "react";
import { castOf } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { announce } from "../../ui/Announcer";
import text from "../../ui/text.module.css";
import { titlesIn } from "../replay/frames";
import { useShown } from "../replay/shown";
import { useSeat } from "../table/context";
import { Chart } from "./Chart";
import { offer } from "./offer";
import { Promises } from "./Promises";
import { recapHtml } from "./recap";
import { recapOf } from "./recapOf";
import { storyOf } from "./story";

/** What only the whole game tells: its promises, its chart, and the file to keep. */
export function Afterwards() {
  const { view, live } = useSeat();
  const frames = useShown(live.table, live.game, live.seq);
  const story = useMemo(() => storyOf(frames), [frames]);
  const cast = useMemo(() => castOf(view, titlesIn(frames)), [view, frames]);
  const [kept, setKept] = useState(false);
  const keep = () => {
    const html = recapHtml(recapOf(story, view, cast, live.names[live.seat] ?? null));
    offer(new Blob([html], { type: "text/html" }), `faultlines-${live.table}.html`);
    setKept(true);
    announce(t("game-kept"));
  };
  return (
    <>
      <Promises promises={story.promises} mine={view.me?.role ?? null} cast={cast} />
      <Chart story={story} view={view} cast={cast} />
      <p>
        <Word onPress={keep}>{t("keep-game")}</Word>{" "}
        <span className={text.quiet}>{t(kept ? "game-kept" : "keep-game-does")}</span>
      </p>
    </>
  );
}
