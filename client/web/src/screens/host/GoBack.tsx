import { useEffect, useState } from "react";
import { fork, type NewTable, type Rounds, rewind, rounds } from "../../api/rest";
import { keep } from "../../api/seats";
import { errorText } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Action, Word } from "../../ui/Action";
import { Said } from "../../ui/Announcer";
import { Choice } from "../../ui/Choice";
import { Copy } from "../../ui/Copy";
import styles from "./host.module.css";

interface Props {
  table: string;
  token: string;
  /** The game that is shown; another one has other rounds. */
  game: string;
}

/** Play on from an earlier round: this table, or another one. Nothing of the game so far is lost. */
export default function GoBack({ table, token, game }: Props) {
  const [known, setKnown] = useState<Rounds | null>(null);
  const [chosen, choose] = useState<number | null>(null);
  const [told, tell] = useState("");
  const [made, setMade] = useState<NewTable | null>(null);
  const [busy, setBusy] = useState(false);

  const wrong = (error: unknown) => tell(errorText(error));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another game has other rounds.
  useEffect(() => {
    let current = true;
    rounds(table, token)
      .then((answer) => current && setKnown(answer))
      .catch(wrong);
    return () => {
      current = false;
    };
  }, [table, token, game]);

  if (!known) return <Said>{told || t("opening")}</Said>;
  if (known.rounds.length === 0) return <p>{t("go-back-none")}</p>;
  const round = chosen ?? known.rounds.length;
  const seq = known.rounds[round - 1]?.seq ?? 1;

  async function ask(work: () => Promise<void>) {
    setBusy(true);
    tell("");
    await work().catch(wrong);
    setBusy(false);
  }
  const back = async () => {
    await rewind(table, token, { game, seq });
    choose(null);
    tell(t("went-back", { n: round }));
  };
  const another = async () => {
    const answer = await fork(table, token, { game, seq });
    const { host_token, projector_token, code } = answer;
    keep(answer.table, { host_token, projector_token, code });
    setMade(answer);
  };

  return (
    <div className={styles.back}>
      <p>{t("go-back-text")}</p>
      <Choice
        stacked
        label={t("go-back-from")}
        value={round}
        onChange={choose}
        options={known.rounds.map((each) => ({
          value: each.round,
          label: t("round-n", { n: each.round }),
          detail: each.title,
        }))}
      />
      <Action blocked={busy} detail={t("go-back-detail")} onPress={() => void ask(back)}>
        {t("go-back-to", { n: round })}
      </Action>
      <Word disabled={busy} onPress={() => void ask(another)}>
        {t("fork-from", { n: round })}
      </Word>
      {made && (
        <div className={styles.links}>
          <Copy label={t("link-join")} text={`${location.origin}/join/${made.code}`} />
          <p>
            <a className={styles.linkWord} href={`/t/${made.table}`}>
              {t("fork-open")}
            </a>
          </p>
          <p className={styles.quiet}>{t("fork-note")}</p>
        </div>
      )}
      {told && <Said>{told}</Said>}
    </div>
  );
}
