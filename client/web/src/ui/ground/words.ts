import type { View } from "../../api/contract";
import own from "../../strings/ground.ftl?raw";
import type { Cast } from "../../strings/sentences";
import { capital, learn, list, t } from "../../strings/text";
import { breaking } from "./breaking";

learn(own);

const FAR = 3;
const NAMED_AT_MOST = 2;

/** The picture in words, what matters most first. */
export function inWords(view: View, cast: Cast): string[] {
  const { tension, common } = breaking(view);
  const gone = view.roles.filter((role) => role.in_play && role.seated && !role.at_table);
  const far = view.pairs
    .filter(({ strain, seam }) => strain >= FAR && !seam)
    .sort((a, b) => b.strain - a.strain)
    .slice(0, NAMED_AT_MOST);
  const said = [
    ...gone.filter(({ held_by }) => held_by !== "open").map(({ name }) => t("ground-away", { role: name })),
    ...(common !== undefined && tension >= common ? [t("ground-hot")] : []),
    ...far.map(({ pair, known }) => t(known ? "ground-far" : "ground-far-seen", { pair: cast.pair(pair) })),
    ...view.pairs
      .filter(({ splinters }) => splinters > 0)
      .map(({ pair, splinters }) => t("ground-splinter", { pair: cast.pair(pair), n: splinters })),
    ...view.pairs
      .filter(({ seam }) => seam > 0)
      .map(({ pair }) => t("ground-seam", { pair: cast.pair(pair) })),
    ...view.pacts.map(({ members, left }) =>
      t(left === null ? "ground-alliance" : "ground-pact", {
        members: list(members.map(cast.name)),
        n: left ?? 0,
      }),
    ),
  ];
  return (said.length > 0 ? said : [t("ground-calm")]).map(capital);
}
