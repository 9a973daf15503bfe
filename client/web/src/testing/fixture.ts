import type { Entry, Event, Legal, RoleView, Sheet, View, Welcome } from "../api/contract";

/** A small table for unit tests: invented roles, so that nothing can lean on the shipped deck's ids. */
const role = (id: string, hue: number): RoleView => ({
  id,
  label: id.toUpperCase(),
  name: `the ${id}`,
  letter: id.charAt(0).toUpperCase(),
  hue,
  seated: true,
  statutory: hue === 0,
  speaks_for_users: false,
  centre: false,
  held_by: "person",
  in_play: true,
  at_table: true,
  standing: "mid",
  word: 0,
  pledge: 0,
  believed: true,
  ready: false,
  committed: false,
  announced: false,
  brought: [],
});

export const SHEET: Sheet = {
  option: "a",
  table: 1,
  focus: "balanced",
  voice: { kind: "hold", pair: null, role: null },
  align: false,
  transfer: null,
  invite: null,
  instrument: null,
};

export const LEGAL: Legal = {
  commands: ["say", "commit"],
  goodwill: 3,
  capacity: 4,
  sheet: {
    options: ["a", "b"],
    table: [0, 1, 2],
    focus: ["cases", "balanced", "corporate"],
    voice: { kinds: ["hold", "name", "call_out"], pairs: ["mill+farm"], roles: ["farm"] },
    align: true,
    transfer: [],
    invite: [],
    instrument: [],
    prices: { voice: 1, invite: 1, align: 1, transfer: 1 },
    default: SHEET,
  },
  talk: ["table", "farm"],
  pledge_max: 12,
  instruments: [],
  hand: [],
  temperaments: [],
};

export const OPTION: View["options"][number] = {
  id: "a",
  text: "Share the mill",
  goodwill: 1,
  capacity: 2,
  printed: 2,
  brings: 3,
  effects: [],
  imposes: false,
  short: [],
};

export const VIEW: View = {
  viewer: "mill",
  deck: "village",
  title: "A village",
  preset: "standard",
  timers: false,
  round: 1,
  rounds: 6,
  phase: "talk",
  paused: false,
  deadline: null,
  paused_left: null,
  tracks: [{ id: "trust", value: 3, top: 10 }],
  eruptions: 0,
  brink: [],
  roles: [role("mill", 0), role("farm", 1)],
  pairs: [],
  card: null,
  need: null,
  weather: null,
  instrument: null,
  options: [OPTION],
  printed: [],
  waiting_for: [],
  result: null,
  me: null,
  legal: LEGAL,
  end: null,
};

export const entry = (seq: number, ...events: Event[]): Entry => ({
  seq,
  at: 0,
  actor: "mill",
  events,
  words: {},
});

export const welcome = (seq: number, missed: Entry[] = [], game = "g1"): Welcome => ({
  type: "welcome",
  table: "t",
  game,
  seat: "mill",
  seq,
  view: VIEW,
  missed,
});
