import { useEffect, useRef } from "react";
import { roleOf } from "../../strings/sentences";
import { capital, t } from "../../strings/text";
import { announce } from "../../ui/Announcer";
import { useAwake } from "../../ui/awake";
import { isSoundOn } from "../../ui/sound";
import { announcements, cues, type Moment, type Outage } from "./announcing";
import { whileAway } from "./away";
import { useSeat } from "./context";
import { asksNow, whereNow } from "./Heading";
import { phaseLook } from "./looks";
import { useTimeLeft } from "./useClock";

/** Nothing to see: what is said to those who listen, the tones, the tab's title and sign, and a screen that stays on. */
export function Attention({ outage }: { outage: Outage }) {
  const { view, live, cast } = useSeat();
  const left = useTimeLeft(view, live.offset);
  const { me, waiting_for, legal } = view;
  const mine = me !== null && waiting_for.includes(me.role);
  const where = whereNow(view.round, view.rounds, view.phase);
  const now: Moment = {
    turn: `${live.game}:${view.round}:${view.phase}`,
    where,
    asks: asksNow(view),
    told: phaseLook(view.phase).stage === "told",
    paused: view.paused,
    mine,
    alone: mine && waiting_for.length === 1,
    offers: new Map(
      view.offers
        .filter(({ id }) => legal.answer.includes(id))
        .map(({ id, role }) => [id, roleOf(view, role)?.name ?? role]),
    ),
    answered: new Map(
      view.closed
        .filter(({ offer, how }) => offer.role === view.viewer && (how === "accepted" || how === "refused"))
        .map(({ offer, how, by }) => [offer.id, capital(`${t(`closed-${how}`, { who: cast.name(by) })}.`)]),
    ),
    left,
    outage,
    missed: whileAway(live).length,
  };
  const before = useRef<Moment | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = now;
    for (const text of announcements(last, now)) announce(text);
    for (const cue of isSoundOn() ? cues(last, now) : [])
      import("./tones").then(
        ({ play }) => play(cue),
        () => undefined,
      );
  });
  useAwake(!view.end);
  const calls = mine && !view.paused && !view.end;
  useEffect(() => {
    sign(calls);
    return () => sign(false);
  }, [calls]);
  return <title>{calls ? t("title-your-turn") : `${where} · ${t("game")}`}</title>;
}

/** The tab's sign: the two plates, with a dot on them while the table waits for this seat. */
function sign(calls: boolean) {
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  if (icon) icon.href = calls ? "/favicon-turn.svg" : "/favicon.svg";
}
