import { memo, useId, useMemo } from "react";
import type { View } from "../../api/contract";
import { castOf } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Emblem } from "../Emblem";
import styles from "./ground.module.css";
import { type Fault, type Layout, layout, type Outline, ringsOf } from "./layout";
import * as marks from "./marks";
import { draws, swing } from "./noise";
import { rock } from "./rock";
import { numbersOf, type Plate, type Scene, sceneOf } from "./scene";
import { type Detail, SIZES } from "./sizes";
import { closed, open, type Space, spaceOf, tenth } from "./space";
import { useTween } from "./useTween";
import { inWords } from "./words";

interface Props {
  view: View;
  seed: string;
  detail: Detail;
  hole?: number;
  type?: number;
  pointed?: string | undefined;
}

/** Height lines along every edge, in units from it, widest first. */
const CONTOURS: Record<Detail, readonly number[]> = {
  tile: [9, 4],
  small: [19, 12.5, 7, 3.2],
  full: [19, 12.5, 7, 3.2],
};
/** Down to where each band of rock shows at the front, as a share of the cliff. */
const STRATA = [1, 0.74, 0.46, 0.34, 0.14];
/** The walls inside a crack, deepest first. */
const WALLS = [1, 0.62, 0.26];
const ABYSS = [1, 5 / 6, 4 / 6, 3 / 6, 2 / 6, 1 / 6, 0];
const NAME = 15.5;

/** The ground of a table as this viewer may see it, drawn from the view alone. */
export default memo(function Picture({ view, seed, detail, hole, type = 1, pointed }: Props) {
  const size = SIZES[detail];
  const middle = hole ?? size.hole;
  const space = useMemo(() => spaceOf(size.width, size.height), [size]);
  const rings = useMemo(() => ringsOf(seed), [seed]);
  const scene = sceneOf(view, seed, useTween(numbersOf(view)));
  const ground = groundIn(scene);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view that moves nothing here draws nothing anew
  const drawn = useMemo(() => layout(scene, space, middle, rings), [ground, space, middle, rings]);
  const words = useMemo(() => inWords(view, castOf(view)).join(" "), [view]);
  const plates = new Map([...scene.locals, scene.outside].map((plate) => [plate?.id, plate]));
  const ringed = drawn.faults.find(({ tie, main }) => main && tie.id === pointed);
  return (
    <svg className={styles.ground} viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words}>
      <Land drawn={drawn} space={space} seed={seed} heat={scene.heat} detail={detail} hole={middle} />
      {ringed && <Pointed fault={ringed} unit={space.unit} />}
      {drawn.plates.map((each) => (
        <Signed
          key={each.plate.id}
          outline={each}
          plate={plates.get(each.plate.id) ?? each.plate}
          size={size.sign * type}
          named={detail === "full"}
          type={type}
        />
      ))}
    </svg>
  );
});

/** All that outlines and marks hang on, in one text: who is ready, or is waited for, moves no stone. */
function groundIn({ locals, outside, tie, heat, common }: Scene): string {
  const plates = outside ? [...locals, outside] : locals;
  return JSON.stringify([
    heat,
    common,
    plates.map(({ id, hue, away, gone, bare }) => [id, hue, away, gone, bare]),
    plates.flatMap((a) => plates.map((b) => tie(a, b))),
  ]);
}

interface LandProps {
  drawn: Layout;
  space: Space;
  seed: string;
  heat: number;
  detail: Detail;
  hole: number;
}

/** The stone itself: strata, walls, plates and all marks on them. */
const Land = memo(function Land({ drawn, space, seed, heat, detail, hole }: LandProps) {
  const id = useId();
  const { unit, depth } = space;
  const cell = (detail === "tile" ? 7 : 9.5) * Math.max(0.75, Math.min(2.2, unit / 2.2));
  const wall = Math.min(depth * 0.55, 8 * unit);
  const kept = (name: string) => `${id}${name}`;
  const use = (name: string) => `#${kept(name)}`;
  const url = (name: string) => `url(#${kept(name)})`;
  return (
    <>
      <defs>
        {drawn.plates.map(({ plate, edge }) => (
          <path key={plate.id} id={kept(plate.id)} d={closed(edge)} />
        ))}
        <path id={kept(".hull")} d={closed(drawn.hull)} />
        <path id={kept(".common")} d={closed(drawn.common)} />
        {drawn.plates.map(({ plate }) => (
          <g key={plate.id} className={`hue-${plate.hue}`}>
            <clipPath id={kept(`${plate.id}.in`)}>
              <use href={use(plate.id)} />
            </clipPath>
            <pattern
              id={kept(`${plate.id}.rock`)}
              width={tenth(2 * cell)}
              height={tenth(2 * cell)}
              patternUnits="userSpaceOnUse"
            >
              <path className={styles.rock} d={rock(plate.hue, cell)} />
            </pattern>
          </g>
        ))}
        <clipPath id={kept(".inside")}>
          <use href={use(".hull")} />
        </clipPath>
      </defs>

      {ABYSS.map((share) => (
        <use key={share} href={use(".hull")} className={styles.abyss} y={tenth(depth * 0.94 * share)} />
      ))}
      {STRATA.map((share, band) =>
        drawn.plates.map((each) => {
          const fault = band > 0 ? swing(draws(`${seed} ${each.plate.id} throw`)) * 0.08 : 0;
          return (
            <g key={`${each.plate.id}${share}`} transform={driftOf(each)}>
              <use
                href={use(each.plate.id)}
                className={styles[`strata${5 - band}`]}
                y={tenth(depth * (share + fault))}
              />
            </g>
          );
        }),
      )}
      <use href={use(".hull")} className={styles.abyss} />
      <g clipPath={url(".inside")}>
        {WALLS.map((share, nth) => (
          <g key={share} className={styles[`wall${3 - nth}`]}>
            {drawn.plates.map((each) => (
              <g key={each.plate.id} transform={driftOf(each)}>
                <use href={use(each.plate.id)} y={tenth(wall * share)} />
              </g>
            ))}
            <use href={use(".common")} y={tenth(wall * share)} />
          </g>
        ))}
        {heat > 0 && <Embers faults={drawn.faults} heat={heat} unit={unit} />}
      </g>
      {detail !== "tile" && (
        <path
          className={styles.stones}
          d={drawn.faults.map((fault) => marks.stones(fault, space)).join("")}
        />
      )}

      {drawn.plates.map((each) => (
        <g
          key={each.plate.id}
          className={`hue-${each.plate.hue} ${styles.plate} ${each.plate.gone || each.plate.bare ? styles.bare : ""}`}
          transform={driftOf(each)}
        >
          <g clipPath={url(`${each.plate.id}.in`)}>
            <use className={styles.top} href={use(each.plate.id)} />
            {CONTOURS[detail].map((units, nth) => (
              <g key={units} className={styles[`height${nth + 4 - CONTOURS[detail].length}`]}>
                <use href={use(each.plate.id)} strokeWidth={tenth(2 * units * unit + 1.3)} />
                <use href={use(each.plate.id)} strokeWidth={tenth(2 * units * unit)} />
              </g>
            ))}
            <use href={use(each.plate.id)} fill={url(`${each.plate.id}.rock`)} />
          </g>
          <use className={styles.lip} href={use(each.plate.id)} />
        </g>
      ))}
      <use className={styles.commonTop} href={use(".common")} />

      <path
        className={styles.spurs}
        d={drawn.faults.map((fault) => marks.spurs(fault, space, detail === "tile" ? 5 : 2)).join("")}
      />
      {drawn.faults.map((fault) => (
        <Marks key={fault.seed} fault={fault} space={space} hole={hole} />
      ))}
    </>
  );
});

function driftOf({ drift: [x, y], turn, heart }: Outline): string | undefined {
  if (!turn) return undefined;
  return `translate(${tenth(x)} ${tenth(y)}) rotate(${tenth(turn)} ${tenth(heart[0])} ${tenth(heart[1])})`;
}

const GLOWS_FROM = 3;

/** The heat that rises in the wider cracks shortly before the ground breaks. */
function Embers({ faults, heat, unit }: { faults: readonly Fault[]; heat: number; unit: number }) {
  const line = faults
    .filter(({ tie, scale }) => tie.strain >= GLOWS_FROM && scale === 1)
    .map((fault) => open(fault.line))
    .join("");
  return (
    <g className={styles.ember} opacity={tenth(heat)}>
      <path d={line} strokeWidth={tenth((2 + 6 * heat) * unit)} opacity="0.45" />
      <path d={line} strokeWidth={tenth((0.7 + 1.7 * heat) * unit)} />
    </g>
  );
}

function Marks({ fault, space, hole }: { fault: Fault; space: Space; hole: number }) {
  const gold = marks.seam(fault, space);
  const bridge = marks.span(fault, space, hole);
  const shards = marks.splinters(fault, space);
  const size = space.unit * fault.scale;
  return (
    <>
      {gold?.beads && (
        <g strokeDasharray={`${tenth(5 * size)} ${tenth(4.5 * size)}`}>
          <path className={styles.beadsEdge} d={gold.beads} strokeWidth={tenth(3.6 * size + 1)} />
          <path className={styles.beads} d={gold.beads} strokeWidth={tenth(2.4 * size + 0.4)} />
        </g>
      )}
      {gold?.fill && (
        <>
          <path className={styles.vein} d={gold.veins} strokeWidth={tenth(1.1 * size + 0.2)} />
          <path className={styles.gold} d={gold.fill} />
          <path className={styles.light} d={gold.light} strokeWidth={tenth(Math.max(0.9, 0.9 * size))} />
        </>
      )}
      {bridge && (
        <g transform={bridge.transform}>
          <path className={styles.shade} d={bridge.rails} strokeWidth={tenth(1.5 * size + 1.8)} />
          <path className={styles.rails} d={bridge.rails} strokeWidth={tenth(1.5 * size + 0.2)} />
          <path className={styles.plank} d={bridge.planks} />
          <path className={styles.spent} d={bridge.spent} />
          <path className={styles.grain} d={bridge.grain} />
        </g>
      )}
      {shards.light && (
        <g key={fault.tie.splinters} className={styles.strikes}>
          <path className={styles.splinter} d={shards.light} />
          <path className={styles.splinterDark} d={shards.dark} />
        </g>
      )}
    </>
  );
}

const REACH = 18;

/** A ring round a crack that somebody speaks of. */
function Pointed({ fault: { line }, unit }: { fault: Fault; unit: number }) {
  const [x, y] = line[Math.floor(line.length / 2)] ?? [0, 0];
  return (
    <g className={styles.pointed}>
      <circle cx={tenth(x)} cy={tenth(y)} r={tenth(REACH * unit)} />
      <circle cx={tenth(x)} cy={tenth(y)} r={tenth(REACH * unit)} />
    </g>
  );
}

interface SignedProps {
  outline: Outline;
  /** As it is now; the outline's may be of an earlier view. */
  plate: Plate;
  size: number;
  named: boolean;
  type: number;
}

const LONGEST_NAME = 12;

/** A long name in two lines, broken at the space nearest its middle. */
function twoLines(name: string): string[] {
  const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
  const far = (place: number) => Math.abs(place - name.length / 2);
  const [fold] = spaces.sort((a, b) => far(a) - far(b));
  return name.length > LONGEST_NAME && fold ? [name.slice(0, fold), name.slice(fold + 1)] : [name];
}

/** A role's sign on its plate and, where there is room, its name: below it or beside it. */
function Signed({ outline, plate, size, named, type }: SignedProps) {
  const { heart, drift, flat } = outline;
  const letters = NAME * type;
  const half = size * 0.7;
  const reach = (plate.label.length * letters * 0.54) / 2;
  const lines = flat ? [plate.label] : twoLines(plate.label);
  const below = [...lines, ...(plate.gone ? [t("ground-gone")] : [])];
  const across = named && flat ? -reach : 0;
  const up = named && !flat ? -letters * 0.6 * below.length : 0;
  const x = flat ? tenth(across + half + letters * 0.1) : 0;
  return (
    <g transform={`translate(${tenth(heart[0] + drift[0])} ${tenth(heart[1] + drift[1])})`}>
      <g
        className={plate.sign === "vacant" ? undefined : styles.sign}
        transform={`translate(${tenth(across - half)} ${tenth(up - half)})`}
      >
        <Emblem hue={plate.hue} letter={plate.letter} size={size} state={plate.sign} ready={plate.ready} />
      </g>
      {named && (
        <text
          className={styles.name}
          fontSize={tenth(letters)}
          y={tenth(flat ? letters * 0.35 : up + half + letters * 0.7)}
          textAnchor={flat ? "start" : "middle"}
        >
          {below.map((line, nth) => (
            <tspan
              key={line}
              x={x}
              dy={nth && "1.15em"}
              className={nth < lines.length ? undefined : styles.sub}
            >
              {line}
            </tspan>
          ))}
          {plate.sign === "you" && <tspan className={styles.sub}> {t("you")}</tspan>}
        </text>
      )}
    </g>
  );
}
