import { expect, it } from "vitest";
import type { View } from "../../api/contract";
import { VIEW } from "../../testing/fixture";
import { seatsAgain } from "./again";

const base = VIEW.roles[0] as View["roles"][number];
const view: View = {
  ...VIEW,
  roles: [...VIEW.roles, { ...base, id: "mine", held_by: "bot" }, { ...base, id: "gone", in_play: false }],
  end: { survived: true, cause: "played_out", score: null, temperaments: { mine: "learner" }, carried: {} },
};

it("I keep my seat and the bots theirs, and who did not play does not", () => {
  expect(seatsAgain(view, "mill", true)).toEqual({
    mill: "open",
    farm: "open",
    mine: "learner",
    gone: "none",
  });
});

it("who is not the host can call nobody back: bots take the seats of people", () => {
  expect(seatsAgain(view, "mill", false).farm).toBe("tactical");
});
