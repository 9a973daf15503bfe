import { draws, rough, torn } from "./noise";
import type { Plate, Scene, Tie } from "./scene";
import { beside, between, type Line, moved, type Point, type Space } from "./space";

/** A fault's midline and how wide it gapes there. Marks are drawn on it; `scale` is smaller where there is less room. */
export interface Fault {
  tie: Tie;
  seed: string;
  line: Line;
  /** At each point of the line, the way across. */
  across: Line;
  /** The whole width of the crack at each point, in pixels. */
  gape: readonly number[];
  /** Its usual width, by which side cracks and stones are sized. */
  width: number;
  scale: number;
  /** Whether a mark that is drawn once (a bridge, a splinter) stands on this stretch. */
  main: boolean;
}

export interface Outline {
  plate: Plate;
  edge: Line;
  /** Where its sign stands. */
  heart: Point;
  /** Its name stands beside the sign, not below it: there is more room across than down. */
  flat: boolean;
  /** How far it has drifted, and how many degrees it has turned. */
  drift: Point;
  turn: number;
}

export interface Layout {
  plates: Outline[];
  common: Line;
  hull: Line;
  faults: Fault[];
}

const TURN = Math.PI * 2;
const SOUTH = Math.PI / 2;
const NORTH = -SOUTH;
const RIM = 0.985;
/** The ring outside is open at most this far either side of the front, which shows the strata. */
const MOUTH = 0.6;
const LOCALS_END = 0.79;
const ANGLES = 132;
/** Where two locals meet, their widths against the ring blend over this angle. */
const BLEND = 0.16;
const CLEAR = 0.004;
const CHORD_FROM = 4;
const CHORD = 0.6;

/** Strain to the width of a crack, in units: a hairline at 0, about 16 at 10. The first point is always seen. */
export const crack = (strain: number) => 0.55 + strain ** 1.22 * 0.92 + Math.min(1, strain) * 1.1;

const spread = (angle: number) => angle - TURN * Math.floor(angle / TURN);
const apart = (a: number, b: number) => Math.abs(spread(a - b + Math.PI) - Math.PI);

/** What hangs on the seed alone: the roughness of every ring, and the angles at which they are drawn. */
export function ringsOf(seed: string) {
  const roughOuter = rough(`${seed} outer`, [
    [11, 0.024],
    [29, 0.022],
    [67, 0.015],
  ]);
  const roughInner = rough(`${seed} inner`, [
    [9, 0.044],
    [25, 0.04],
    [61, 0.022],
  ]);
  const roughCommon = rough(`${seed} common`, [
    [7, 0.011],
    [23, 0.008],
    [53, 0.005],
  ]);
  const roughRim = rough(`${seed} rim`, [
    [13, 0.018],
    [31, 0.017],
    [71, 0.014],
  ]);
  const roughWidth = rough(`${seed} width`, [
    [17, 0.225],
    [41, 0.15],
    [83, 0.1],
  ]);
  const draw = draws(`${seed} angles`);
  const angles = Array.from(
    { length: ANGLES },
    (_, place) => ((place + 0.15 + draw() * 0.7) / ANGLES) * TURN,
  );
  const around = [-TURN, 0, TURN].flatMap((turn) => angles.map((angle) => angle + turn));
  return { roughOuter, roughInner, roughCommon, roughRim, roughWidth, angles, around };
}

/** All outlines of one picture. Every line hangs on the seed and its own pair: one strain moves no other line. */
export function layout(scene: Scene, space: Space, hole: number, rings = ringsOf(scene.seed)): Layout {
  const { seed, locals, outside } = scene;
  const { at, unit } = space;
  const count = locals.length;
  const local = (place: number) => locals[((place % count) + count) % count] as Plate;

  const borders = Array.from({ length: count }, (_, place) => {
    const lean = (draws(`${seed} border ${place}`)() - 0.5) * BLEND;
    return SOUTH + ((place - 0.5) * TURN) / count + lean;
  });
  const border = (place: number) => (borders[place % count] ?? 0) + (place >= count ? TURN : 0);
  const middle = (place: number) => (border(place) + border(place + 1)) / 2;
  const sectorOf = (angle: number) => {
    const turned = border(0) + spread(angle - border(0));
    const place = locals.findIndex((_, sector) => turned < border(sector + 1));
    return { place: Math.max(0, place), angle: turned };
  };

  const { roughOuter, roughInner, roughCommon, roughRim, roughWidth, angles, around } = rings;

  const inner = (angle: number) => hole * (1 + roughInner(angle));
  const outer = (angle: number) =>
    (outside ? LOCALS_END : RIM) + roughOuter(angle) - 0.06 * Math.max(0, -Math.sin(angle));
  const rim = (angle: number) => RIM + roughRim(angle);
  const uneven = (angle: number) => Math.max(0.45, 1 + roughWidth(angle));
  const moat = (angle: number) =>
    space.radius((0.8 + (12 - scene.common) * 0.42) * Math.max(0.4, uneven(angle + 1)), angle);
  /** How far the ring bulges where a local has drifted against it, 0 to 1. */
  const bulge = (angle: number) =>
    Math.max(
      ...locals.map((plate, place) => {
        const share = (apart(angle, middle(place)) * count) / Math.PI / 1.25;
        return share < 1 ? plate.away * (0.5 + 0.5 * Math.cos(Math.PI * share)) : 0;
      }),
    );

  const strainOf = (a: Plate | undefined, b: Plate) => (a ? scene.tie(a, b).strain : 0);
  /** The fault between the ring and the locals at this angle, in units. */
  const ringGape = (angle: number) => {
    const { place, angle: turned } = sectorOf(angle);
    const own = crack(strainOf(outside, local(place)));
    const [before, after] = [turned - border(place), border(place + 1) - turned];
    const near = Math.min(before, after);
    const other = crack(strainOf(outside, local(before < after ? place - 1 : place + 1)));
    const share = near < BLEND ? 0.5 + near / BLEND / 2 : 1;
    return (own * share + other * (1 - share)) * uneven(angle);
  };

  /** A wall's corner keeps to its own plate, also where the fault it comes to is wide. */
  const within = (point: Point): Point => {
    const { radius, angle } = space.polar(point);
    const least = inner(angle) + moat(angle) / 2 + CLEAR;
    const most = outside ? outer(angle) - space.radius(ringGape(angle) / 2, angle) - CLEAR : radius;
    return at(Math.max(least, Math.min(most, radius)), angle);
  };
  const beyond = (point: Point): Point => {
    const { radius, angle } = space.polar(point);
    return at(Math.max(outer(angle) + space.radius(ringGape(angle) / 2, angle) + CLEAR, radius), angle);
  };

  const anglesIn = (from: number, to: number) => around.filter((angle) => angle > from && angle < to);

  const walls = locals.map((plate, place): Fault & { left: Line; right: Line } => {
    const tie = count > 1 ? scene.tie(local(place - 1), plate) : scene.tie(plate, plate);
    const angle = border(place);
    const [from, to] = [at(inner(angle), angle), at(outer(angle), angle)];
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const way = beside(from, to);
    const name = `${seed} ${tie.id} ${count > 2 ? "" : place}`;
    const beat = draws(`${name} width`);
    const offsets = torn(name, 4, Math.min(length * 0.13, 13 * unit));
    const width = crack(tie.strain) * unit;
    const last = offsets.length - 1;
    const line = offsets.map((offset, step) => {
      const share = step / last;
      const loose = Math.sin(Math.PI * Math.min(1, share * 1.15 + 0.02));
      return moved(between(from, to, share), way, offset * loose);
    });
    const gape = offsets.map((_, step) => width * (0.62 + (0.55 * step) / last) * (0.72 + beat() * 0.6));
    const side = (half: number) =>
      line.map((point, step) => within(moved(point, way, (gape[step] ?? 0) * half)));
    return {
      tie,
      seed: name,
      line,
      across: line.map(() => way),
      gape,
      width,
      scale: 1,
      main: count > 2 || place === 0,
      left: side(-0.5),
      right: side(0.5),
    };
  });
  const wall = (place: number) => walls[place % count] as (typeof walls)[number];

  const frontGape = outside ? crack(strainOf(outside, local(0))) * unit : 0;
  const mouth = Math.min(MOUTH, Math.PI / count - BLEND);
  const mouths = [SOUTH - mouth, SOUTH + mouth].map((angle, end) => {
    const [from, to] = [at(outer(angle), angle), at(rim(angle), angle)];
    const offsets = torn(`${seed} mouth ${end}`, 2, 4 * unit);
    const way = beside(from, to);
    const line = offsets.map((offset, step) =>
      moved(between(from, to, step / (offsets.length - 1)), way, offset),
    );
    /** The torn edge, moved by half the fault towards one of the two plates. */
    const edge = (half: number) => line.map((point) => moved(point, way, frontGape * half));
    return { angle, edge };
  });
  const [east, west] = mouths as [(typeof mouths)[number], (typeof mouths)[number]];

  const radiusAt = (radius: number, angle: number) => {
    const [x, y] = at(radius, angle);
    return Math.max(20, Math.hypot(x - space.centre[0], y - space.centre[1]));
  };
  const outerArc = (from: number, to: number) =>
    anglesIn(from, to).map((angle) => at(outer(angle) - space.radius(ringGape(angle) / 2, angle), angle));
  const rimArc = (from: number, to: number) => anglesIn(from, to).map((angle) => at(rim(angle), angle));
  const frontTurn = frontGape / 2 / radiusAt(RIM, SOUTH);

  const plates = locals.map((plate, place): Outline => {
    const [left, right] = [wall(place), wall(place + 1)];
    const [from, to] = [border(place), border(place + 1)];
    /** Clear of the walls' own corners, at this radius. */
    const clear = (fault: Fault, radius: number, angle: number) => fault.width / 2 / radiusAt(radius, angle);
    const begins = from + clear(left, outer(from), from) * 1.25 + 0.03;
    const ends = to - clear(right, outer(to), to) * 1.25 - 0.03;
    const arc = !outside
      ? rimArc(begins, ends)
      : place > 0
        ? outerArc(begins, ends)
        : [
            ...outerArc(begins, east.angle - 0.015),
            ...east.edge(0.5),
            ...rimArc(east.angle + 0.03 + frontTurn, west.angle - 0.03 - frontTurn),
            ...west.edge(-0.5).reverse(),
            ...outerArc(west.angle + 0.015, ends),
          ];
    const shore = anglesIn(from + clear(left, hole, from) + 0.05, to - clear(right, hole, to) - 0.05).map(
      (angle) => at(inner(angle) + moat(angle) / 2, angle),
    );
    const heading = middle(place);
    const far = outside && place > 0 ? LOCALS_END : RIM;
    const out = hole > 0.4 ? (place > 0 ? 0.62 : 0.7) : 0.5;
    const heart = at(hole + (far - hole) * out, heading);
    const edge = at(1, heading);
    const lean = draws(`${seed} ${plate.id} turn`)() < 0.5 ? -1 : 1;
    return {
      plate,
      edge: [...left.right, ...arc, ...[...right.left].reverse(), ...shore.reverse()],
      heart,
      flat: place === 0,
      drift: between([0, 0], [edge[0] - space.centre[0], edge[1] - space.centre[1]], 0.13 * plate.away),
      turn: 3.2 * lean * plate.away,
    };
  });

  if (outside) {
    const round = anglesIn(west.angle + 0.02 + frontTurn, east.angle + TURN - 0.02 - frontTurn);
    const inside = round.map((angle) =>
      at(outer(angle) + space.radius(ringGape(angle) / 2, angle) + bulge(angle) * 0.105, angle),
    );
    const rimLine = round.map((angle) => at(rim(angle) + bulge(angle) * 0.02, angle));
    plates.unshift({
      plate: outside,
      edge: [
        ...west.edge(0.5).map(beyond).reverse(),
        ...inside,
        ...east.edge(-0.5).map(beyond),
        ...rimLine.reverse(),
      ],
      heart: at((outer(NORTH) + rim(NORTH)) / 2, NORTH),
      flat: true,
      drift: [0, 0],
      turn: 0,
    });
  }

  const arcs = outside
    ? locals.flatMap((plate, place) => {
        const tie = scene.tie(outside, plate);
        const [from, to] = [border(place) + 0.1, border(place + 1) - 0.1];
        const runs =
          place > 0
            ? [[from, to]]
            : [
                [from, east.angle - 0.03],
                [west.angle + 0.03, to],
              ];
        return runs.map(([begins = 0, ends = 0], run): Fault => {
          const found = anglesIn(begins, ends);
          const line = found.map((angle) => at(outer(angle) + bulge(angle) * 0.05, angle));
          const width = crack(tie.strain) * unit;
          return {
            tie,
            seed: `${seed} ${tie.id} ${run}`,
            line,
            across: line.map((_, step) =>
              beside(
                line[Math.max(0, step - 1)] as Point,
                line[Math.min(line.length - 1, step + 1)] as Point,
              ),
            ),
            gape: found.map((angle) => width * uneven(angle)),
            width,
            scale: 1,
            main: run === 0,
          };
        });
      })
    : [];

  return {
    plates,
    common: angles.map((angle) =>
      at(Math.max(0.05, inner(angle) * (0.976 + roughCommon(angle)) - moat(angle)), angle),
    ),
    hull: angles.map((angle) => at(rim(angle) - 0.012, angle)),
    faults: [...walls, ...arcs.filter(({ line }) => line.length > 2), ...chords()],
  };

  /** Locals that share no wall: a fine crack across the common ground, once there is something to say. */
  function chords(): Fault[] {
    const shore = (angle: number) => at(inner(angle) * 0.93, angle);
    return locals.flatMap((a, first) =>
      locals.flatMap((b, second): Fault[] => {
        const steps = second - first;
        const tie = scene.tie(a, b);
        const silent = tie.strain < CHORD_FROM && !tie.poured && !tie.splinters && !tie.bridge;
        if (steps < 2 || steps > count - 2 || a.gone || b.gone || silent) return [];
        const lean = steps < count / 2 ? 0.13 : -0.13;
        const [from, to] = [shore(middle(first) + lean), shore(middle(second) - lean)];
        const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
        const way = beside(from, to);
        const name = `${seed} ${tie.id}`;
        const beat = draws(`${name} width`);
        const width = Math.max(0.7, crack(tie.strain) * 0.3) * unit;
        const offsets = torn(name, 4, length * 0.07);
        const last = offsets.length - 1;
        const belly = (step: number) => Math.sin(Math.PI * (0.06 + (0.88 * step) / last));
        const line = offsets.map((offset, step) =>
          moved(between(from, to, step / last), way, offset * Math.sin((Math.PI * step) / last)),
        );
        const gape = offsets.map((_, step) => width * belly(step) * (0.7 + beat() * 0.6));
        return [
          { tie, seed: name, line, across: line.map(() => way), gape, width, scale: CHORD, main: true },
        ];
      }),
    );
  }
}
