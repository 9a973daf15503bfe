/** How far apart two colours look: to most people, and to those who lack one of the three cones. */

type Three = readonly [number, number, number];
type Matrix = readonly [Three, Three, Three];

const by = (matrix: Matrix, [x, y, z]: Three) =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Three;

/** Linear red, green and blue as an eye without one kind of cone sees them (Machado, Oliveira and Fernandes 2009). */
const EYES: Record<string, Matrix> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
export const eyes = Object.keys(EYES);

const TO_XYZ: Matrix = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE: Three = [0.95047, 1, 1.08883];

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);

function lab(hex: string, eye: string): Three {
  const rgb = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const seen = by(EYES[eye] as Matrix, rgb as unknown as Three);
  const inside = seen.map((part) => Math.max(0, Math.min(1, part))) as unknown as Three;
  const [x, y, z] = by(TO_XYZ, inside).map((part, at) => {
    const share = part / (WHITE[at] as number);
    return share > 216 / 24389 ? Math.cbrt(share) : (24389 / 27 / 116) * share + 16 / 116;
  }) as unknown as Three;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const RIGHT = Math.PI / 180;

/** CIEDE2000: 1 is hardly seen side by side, 10 at a glance. */
export function apart(one: string, other: string, eye: string): number {
  const [l1, a1, b1] = lab(one, eye);
  const [l2, a2, b2] = lab(other, eye);
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const stretch = 1.5 - 0.5 * Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const turn = (b: number, a: number) => (Math.atan2(b, a * stretch) / RIGHT + 360) % 360;
  const [h1, h2] = [turn(b1, a1), turn(b2, a2)];
  const way = ((h2 - h1 + 540) % 360) - 180;
  const [dl, dc, dh] = [l2 - l1, c2 - c1, 2 * Math.sqrt(c1 * c2) * Math.sin((way / 2) * RIGHT)];
  const [l, c, h] = [(l1 + l2) / 2, (c1 + c2) / 2, h1 + way / 2];
  const t =
    1 -
    0.17 * Math.cos((h - 30) * RIGHT) +
    0.24 * Math.cos(2 * h * RIGHT) +
    0.32 * Math.cos((3 * h + 6) * RIGHT) -
    0.2 * Math.cos((4 * h - 63) * RIGHT);
  const sl = 1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * c, 1 + 0.015 * c * t];
  const around = (((h % 360) + 360) % 360) - 275;
  const bend =
    -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-((around / 25) ** 2)) * RIGHT);
  return Math.sqrt((dl / sl) ** 2 + (dc / sc) ** 2 + (dh / sh) ** 2 + bend * (dc / sc) * (dh / sh));
}
