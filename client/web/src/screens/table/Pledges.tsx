import { Suspense } from "react";
import type { NeedView, RoleView, View } from "../../api/contract";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Choice } from "../../ui/Choice";
import { Emblem } from "../../ui/Emblem";
import { Fold, intoView } from "../../ui/Fold";
import { Caught, later } from "../../ui/later";
import { Tally } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import ui from "../../ui/ui.module.css";
import styles from "./card.module.css";
import { isPending, useSeat } from "./context";
import { type Heard, heardOf, helpfulAsk, mostOfMine, useTell } from "./tells";

// Numbers of one's own choice, and where it rankles: told now and then.
const Telling = later(() => import("./Telling"));
const TABLE = "table";

/** What has been promised aloud against what the card needs. A pledge is a word, not a move. On a phone it is one line. */
export function Pledges({ need, folded }: { need: NeedView; folded?: boolean }) {
  const pledged = t("pledged-of", { pledged: need.pledged, total: need.total });
  if (!folded)
    return (
      <section className={styles.pledges} aria-labelledby="pledges">
        <div className={styles.keyLine}>
          <h2 id="pledges">{pledged}</h2>
          <MyPledge />
        </div>
        <Board need={need} />
      </section>
    );
  return (
    <section className={`${styles.pledges} ${styles.folded}`} aria-label={pledged}>
      <Fold
        title={need.gap > 0 ? t("pledged-short", { pledged, n: need.gap }) : t("pledged-full", { pledged })}
        className={`${ui.word} ${ui.quiet}`}
        beside={(button) => (
          <div className={styles.keyLine}>
            {button}
            <MyPledge />
          </div>
        )}
      >
        <Board need={need} />
      </Fold>
    </section>
  );
}

/** Who has said what, and everything else that can be said about it. */
function Board({ need }: { need: NeedView }) {
  const { view } = useSeat();
  const { commands } = view.legal;
  return (
    <>
      <p className={text.quiet}>{need.gap > 0 ? t("gap", { n: need.gap }) : t("no-gap")}</p>
      <ul aria-label={t("pledge-board")} className={styles.board}>
        {view.roles
          .filter(({ in_play }) => in_play)
          .map((role) => (
            <Line key={role.id} role={role} />
          ))}
      </ul>
      {commands.includes("pledge") && <AnyPledge />}
      {commands.includes("say") && <MyWord />}
    </>
  );
}

/** One role: its pledge, what it told and what it is asked for; nothing where there is nothing to say. */
function Line({ role }: { role: RoleView }) {
  const { view } = useSeat();
  const { id, pledge, believed } = role;
  const told = useInWords(id, heardOf(view, id));
  const ask = helpfulAsk(view, role);
  if (pledge + ask === 0 && !told) return null;
  return (
    <li className={believed ? "" : styles.struck}>
      <Emblem hue={role.hue} letter={role.letter} size={18} />
      <div className={styles.told}>
        {pledge === 0 && role.label}
        {pledge > 0 && <span>{t("role-pledges", { role: role.label, n: pledge })}</span>}
        {pledge > 0 && <Tally n={pledge} height={13} />}
        {pledge > 0 && !believed && <small>{t("not-believed")}</small>}
        {told && <p className={text.quiet}>{told}</p>}
      </div>
      {ask > 0 && <Ask role={id} n={ask} />}
    </li>
  );
}

function useInWords(role: string, { could, asked, names, strains }: Heard): string {
  const { view, cast } = useSeat();
  const between = (pair: string) => {
    const other = pair.split("+").filter((each) => each !== role);
    return other[1] ? cast.pair(pair) : other[0] === view.viewer ? t("you") : cast.name(other[0] ?? pair);
  };
  return [
    could !== null && t("could-bring", { n: could }),
    asked !== null && t("asked-for", { n: asked }),
    ...strains.map(([pair, n]) => t("says-it-rankles", { who: between(pair), n })),
    names && t("asked-to-name", { who: between(names) }),
  ]
    .filter(Boolean)
    .join("; ");
}

function Ask({ role, n }: { role: string; n: number }) {
  const { live, cast } = useSeat();
  const tell = useTell();
  return (
    <Word
      quiet
      disabled={isPending(live, "say")}
      onPress={() => tell([role], { asks: { [role]: n } }, t("say-ask", { n }))}
    >
      <span>
        {t("ask-for", { n })}
        <span className="unseen"> {t("ask-whom", { who: cast.name(role) })}</span>
      </span>
    </Word>
  );
}

const myPledge = ({ roles, me }: View) => roles.find((role) => role.id === me?.role)?.pledge ?? 0;

/** "I bring 4", the number of the chosen option, in one tap. */
function MyPledge() {
  const { view, live, draft, send } = useSeat();
  const mine = myPledge(view);
  const chosen = (draft.sheet ?? view.me?.sheet)?.option;
  const brings = view.options.find((each) => each.id === chosen)?.brings ?? mine;
  if (!view.legal.commands.includes("pledge") || brings + mine === 0) return null;
  if (isPending(live, "pledge")) return <small className={text.quiet}>{t("sending")}</small>;
  if (brings === mine) return <small className={text.quiet}>{t("you-said", { n: mine })}</small>;
  return <Word onPress={() => send({ type: "pledge", brings })}>{t("pledge-this", { n: brings })}</Word>;
}

function AnyPledge() {
  const { view, send } = useSeat();
  const mine = myPledge(view);
  const numbers = Array.from({ length: view.legal.pledge_max + 1 }, (_, n) => n);
  return (
    <Fold
      title={t("another-number")}
      className={`${ui.word} ${ui.quiet}`}
      beside={(button) => (
        <p className={text.row}>
          {mine > 0 && (
            <Word quiet onPress={() => send({ type: "pledge", brings: 0 })}>
              {t("take-back")}
            </Word>
          )}
          {button}
        </p>
      )}
    >
      <Choice
        label={t("i-bring")}
        stacked
        value={mine}
        options={numbers.map((n) => ({ value: n, label: String(n) }))}
        onChange={(brings) => send({ type: "pledge", brings })}
      />
    </Fold>
  );
}

/** What I could bring, to the table in one tap; any other number, and the rest, when asked for. */
function MyWord() {
  const { view, live } = useSeat();
  const tell = useTell();
  const most = mostOfMine(view);
  const said = heardOf(view, view.viewer).could;
  return (
    <Fold
      title={t("tell-more")}
      className={`${ui.word} ${ui.quiet}`}
      beside={(button) => (
        <p className={text.row}>
          {most > 0 && most !== said && view.legal.talk.includes(TABLE) && (
            <Word
              disabled={isPending(live, "say")}
              onPress={() => tell([], { can: [{ brings: most, price: 0 }] }, t("say-can", { n: most }))}
            >
              {t("tell-can", { n: most })}
            </Word>
          )}
          {button}
        </p>
      )}
    >
      <Caught instead={<Word onPress={() => location.reload()}>{t("try-now")}</Word>}>
        <Suspense>
          <div ref={intoView}>
            <Telling />
          </div>
        </Suspense>
      </Caught>
    </Fold>
  );
}
