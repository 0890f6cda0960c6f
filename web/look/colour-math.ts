// Colour as eyes see it, for the palette test: contrast (WCAG 2.2), CIEDE2000 (Sharma 2005), and colour blindness (Machado 2009, full severity).

/** Red, green, blue in 0..1, gamma-encoded as in `#rrggbb`. */
export type Rgb = readonly [number, number, number];
type Lab = readonly [number, number, number];
type Matrix = readonly [Rgb, Rgb, Rgb];

/** Ways of seeing that the palette must survive. Matrices act on linear light. */
export const SIGHTS: Readonly<Record<string, Matrix>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Reads `#rrggbb`; throws on anything else. */
export function parseHex(hex: string): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (match === null) throw new Error(`not a colour: ${hex}; expected #rrggbb`);
  const [, red = "", green = "", blue = ""] = match;
  return [parseInt(red, 16) / 255, parseInt(green, 16) / 255, parseInt(blue, 16) / 255];
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** A colour as someone with that sight sees it. */
export function seenAs(colour: Rgb, sight: Matrix): Rgb {
  const linear = mapRgb(colour, toLinear);
  return mapRgb(multiply(sight, linear), (value) => toGamma(Math.min(1, Math.max(0, value))));
}

/** CIEDE2000; under 10 is hard to tell apart in small marks. */
export function difference(a: Rgb, b: Rgb): number {
  return ciede2000(toLab(a), toLab(b));
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = mapRgb(colour, toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function toGamma(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

function toLab(colour: Rgb): Lab {
  const [red, green, blue] = mapRgb(colour, toLinear);
  const x = cube((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
  const y = cube(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
  const z = cube((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function cube(value: number): number {
  return value > 216 / 24389 ? Math.cbrt(value) : ((24389 / 27) * value + 16) / 116;
}

/** Names as in Sharma, Wu, Dalal, "The CIEDE2000 Color-Difference Formula" (2005). */
export function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const chromaMean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2;
  const g = 0.5 * (1 - Math.sqrt(chromaMean ** 7 / (chromaMean ** 7 + 25 ** 7)));
  const [c1, c2] = [Math.hypot((1 + g) * a1, b1), Math.hypot((1 + g) * a2, b2)];
  const [h1, h2] = [hue(b1, (1 + g) * a1), hue(b2, (1 + g) * a2)];
  const turn = c1 * c2 === 0 ? 0 : shortest(h2 - h1);
  const deltaHue = 2 * Math.sqrt(c1 * c2) * Math.sin(radians(turn / 2));
  const hueMean = c1 * c2 === 0 ? h1 + h2 : meanHue(h1, h2);
  const [lMean, cMean] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const t =
    1 -
    0.17 * Math.cos(radians(hueMean - 30)) +
    0.24 * Math.cos(radians(2 * hueMean)) +
    0.32 * Math.cos(radians(3 * hueMean + 6)) -
    0.2 * Math.cos(radians(4 * hueMean - 63));
  const sl = 1 + (0.015 * (lMean - 50) ** 2) / Math.sqrt(20 + (lMean - 50) ** 2);
  const [sc, sh] = [1 + 0.045 * cMean, 1 + 0.015 * cMean * t];
  const rotation = 30 * Math.exp(-(((hueMean - 275) / 25) ** 2));
  const rc = 2 * Math.sqrt(cMean ** 7 / (cMean ** 7 + 25 ** 7));
  const rt = -Math.sin(radians(2 * rotation)) * rc;
  const [dl, dc, dh] = [(l2 - l1) / sl, (c2 - c1) / sc, deltaHue / sh];
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rt * dc * dh);
}

function hue(b: number, a: number): number {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
}

function shortest(turn: number): number {
  return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
}

function meanHue(h1: number, h2: number): number {
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

function multiply([a, b, c]: Matrix, colour: Rgb): Rgb {
  return [dot(a, colour), dot(b, colour), dot(c, colour)];
}

function dot([a, b, c]: Rgb, [x, y, z]: Rgb): number {
  return a * x + b * y + c * z;
}

function mapRgb([red, green, blue]: Rgb, change: (value: number) => number): Rgb {
  return [change(red), change(green), change(blue)];
}
