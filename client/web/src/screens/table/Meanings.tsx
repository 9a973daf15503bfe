import own from "../../strings/help.ftl?raw";
import { numberLabel, trackLabel } from "../../strings/sentences";
import { capital, learn, t } from "../../strings/text";
import { useSeat } from "./context";
import styles from "./mine.module.css";

learn(own);

const NUMBERS = ["goodwill", "capacity", "standing", "purpose"];
const ON_THE_CARD = [
  "need",
  "key",
  "lead",
  "imposing",
  "deadline",
  "split",
  "weather",
  "backing",
  "effort",
  "delivery",
];
const IN_THE_TALK = ["pledge", "bargain", "pact", "alliance"];
const IN_THE_GROUND = ["strain", "rankles", "naming", "papering", "calling", "eruption", "retreat", "brink"];

const word = (id: string) => ({ id, label: t(`word-${id}`), text: t(`word-${id}-meaning`) });

/** The game's words, each in one sentence. */
export default function Meanings() {
  const { view } = useSeat();
  const groups = [
    {
      title: t("the-tracks"),
      words: view.tracks.map(({ id }) => ({ id, label: trackLabel(id), text: t(`track-${id}-meaning`) })),
    },
    {
      title: t("the-numbers"),
      words: NUMBERS.map((id) => ({ id, label: capital(numberLabel(id)), text: t(`number-${id}-meaning`) })),
    },
    { title: t("the-card"), words: ON_THE_CARD.map(word) },
    { title: t("the-talk"), words: IN_THE_TALK.map(word) },
    { title: t("the-ground"), words: IN_THE_GROUND.map(word) },
  ];
  return (
    <>
      {groups.map(({ title, words }) => (
        <section key={title} className={styles.meanings} aria-label={title}>
          <h3>{title}</h3>
          <dl>
            {words.map(({ id, label, text }) => (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}
