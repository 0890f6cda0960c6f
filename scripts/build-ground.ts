// Makes web/ground/land.json and lines.json: coast and tagged border lines from Natural Earth (public domain) and, for the
// claims to whole regions, geoBoundaries (CC BY 4.0). No polygon or name of a country goes in. docs/decisions/map.md says why.
// Use: npx tsx scripts/build-ground.ts FOLDER_OF_DATA FOLDER_OF_WORLD_ATLAS_2_0_2
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Position, Ring } from "../src/model/place.ts";
import { clipLine, clipRing } from "./clip-box.ts";
import type { Box } from "./clip-box.ts";
import { countryBorders, landRings } from "./topology.ts";
import type { Border, Topology } from "./topology.ts";
import { simplifyLine, simplifyRing } from "./simplify-ring.ts";

const GROUND = new URL("../web/ground/", import.meta.url);
/** Degrees: web/ground/ground.ts says the same; a test compares. */
const BOX: Box = [14, 38, 62, 61];
const LAND_METERS = 900;
const LINE_METERS = 700;
/** Square degrees: smaller islands are left out. */
const LEAST_PART = 0.004;
const LAND_GZIP_LIMIT = 15_000;
const LINES_GZIP_LIMIT = 30_000;
/** Coordinates are whole thousandths of a degree. */
const SCALE = 1000;
const NATURAL_EARTH = "Natural Earth";
const GEO_BOUNDARIES = "geoBoundaries UKR ADM1 (CC BY 4.0)";

/** Regions whose annexation was declared on 30 September 2022; Crimea is counted in, so that no line stands between them. */
const CLAIMED_2022 = ["UA-14", "UA-09", "UA-23", "UA-65"];
const CLAIMED_2014 = ["UA-43", "UA-40"];

interface Line {
  readonly id: string;
  /** `recognised`: an international boundary; `claimed`: a line that only `claims` shows. */
  readonly kind: "recognised" | "claimed";
  readonly claimant: string | null;
  readonly since: string | null;
  readonly source: string;
  readonly points: readonly number[];
}

const [data, atlas] = folders(process.argv.slice(2));
const REGIONS = join(data, "territory/geoboundaries_ua_regions.geojson.gz");
const NOBODY: Claim = { claimant: null, since: null };
const LAND = landRings(topology("land-10m.json")).map((ring) => clipRing(ring, BOX));
const borders = countryBorders(topology("countries-10m.json"));
write("land.json", LAND_GZIP_LIMIT, rings(LAND, LAND_METERS));
write("lines.json", LINES_GZIP_LIMIT, [...internationalLines(), ...claimedLines()]);

function folders([data, atlas]: readonly string[]): readonly [data: string, atlas: string] {
  if (data !== undefined && atlas !== undefined) return [data, atlas];
  throw new Error("usage: build-ground.ts FOLDER_OF_DATA FOLDER_OF_WORLD_ATLAS");
}

function topology(name: string): Topology {
  return JSON.parse(readFileSync(join(atlas, name), "utf8")) as Topology;
}

function rings(all: readonly Ring[], meters: number): readonly (readonly number[])[] {
  return all
    .filter((ring) => ring.length > 3 && areaOf(ring) > LEAST_PART)
    .map((ring) => packed(simplifyRing(ring, meters)));
}

/** Lines between two members of the United Nations. World-atlas draws a line across the Perekop isthmus as if Crimea were Russia: it goes. */
function internationalLines(): readonly Line[] {
  const others = borders
    .filter(({ pair }) => !pair.includes("Kosovo") || !pair.includes("Serbia"))
    .flatMap((border) => (isRussianUkrainian(border) ? [] : lines(border, "recognised", NOBODY)));
  return [...others, ...russianUkrainianLines()];
}

/** Natural Earth's line is up to 5 km from geoBoundaries' here, where villages on the line are what matters: the outer edges of the regions along it. */
function russianUkrainianLines(): readonly Line[] {
  const along = borders.filter((one) => isRussianUkrainian(one) && !isCrimeanLine(one));
  const pair = along[0]?.pair ?? [];
  return outlineAlong(along.flatMap(({ line }) => line)).flatMap((line) =>
    lines({ pair, line }, "recognised", NOBODY, GEO_BOUNDARIES),
  );
}

function outlineAlong(line: readonly Position[]): readonly (readonly Position[])[] {
  const all = featuresOf(REGIONS).flatMap(({ geometry }) => ringsOf(geometry));
  const counts = new Map<string, number>();
  for (const ring of all)
    for (const edge of edges(ring)) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  return all.flatMap((ring) => {
    const near = ring.map((at) => line.some((other) => isNear(at, other)) && isLand(at));
    if (!near.includes(true)) return [];
    const isOwn = edges(ring).map((edge) => counts.get(edge) === 1);
    return edgeRuns(ring, (i) => [isOwn[i], near[i], near[i + 1]].every(Boolean));
  });
}

function claimedLines(): readonly Line[] {
  const serbia = borders.filter(({ pair }) => pair.includes("Kosovo") && pair.includes("Serbia"));
  return [
    ...serbia.flatMap((one) => lines(one, "claimed", { claimant: "Kosovo", since: "2008-02-17" })),
    ...regionLines(CLAIMED_2014, CLAIMED_2022, { claimant: "Russia", since: "2014-03-18" }),
    ...regionLines(CLAIMED_2022, CLAIMED_2014, { claimant: "Russia", since: "2022-09-30" }),
    ...breakawayLines(),
  ];
}

/** Keys of a ring's edges, the same from both sides. */
function edges(ring: Ring): readonly string[] {
  return ring.slice(1).map((to, i) => [key(ring[i] ?? to), key(to)].sort().join(" "));
}

/** The longest stretches of a ring whose edges all satisfy the test; `i` is the edge from position i. */
function edgeRuns(ring: Ring, isIn: (i: number) => boolean): readonly (readonly Position[])[] {
  const found: Position[][] = [];
  ring.slice(1).forEach((to, i) => {
    if (!isIn(i)) return;
    const last = found.at(-1);
    const from = ring[i] ?? to;
    if (last?.at(-1) === from) last.push(to);
    else found.push([from, to]);
  });
  return found;
}

/** Within about 10 km. */
function isNear([lon, lat]: Position, [x, y]: Position): boolean {
  return Math.abs(lat - y) < 0.1 && Math.abs(lon - x) < 0.15;
}

function isRussianUkrainian({ pair }: Border): boolean {
  return pair.includes("Ukraine") && pair.includes("Russia");
}

function isCrimeanLine({ pair, line }: Border): boolean {
  return isRussianUkrainian({ pair, line }) && line.every(([lon, lat]) => lon < 36.9 && lat < 46.8);
}

interface Claim {
  readonly claimant: string | null;
  readonly since: string | null;
}

function lines(border: Border, kind: Line["kind"], claim: Claim, source = NATURAL_EARTH) {
  const id = border.pair.toSorted().join("-").toLowerCase().replaceAll(" ", "-");
  const simplified = clipLine(border.line, BOX).map((line) => simplifyLine(line, LINE_METERS));
  return simplified
    .filter((line) => !isDot(line))
    .map((line): Line => ({ id, kind, ...claim, source, points: packed(line) }));
}

/** An enclave too small to draw comes out of simplifying as one position and back. */
function isDot(line: readonly Position[]): boolean {
  return line.length < 3 && String(line[0]) === String(line.at(-1));
}

/** Natural Earth's disputed lines, but for the line of contact of 2014 to 2022 in Donetsk and Luhansk: nobody claims it as a border. */
function breakawayLines(): readonly Line[] {
  const claimants = new Map([
    ["Moldovan claim", [["Transnistria", "1990-09-02"]]],
    [
      "Georgian claim",
      [
        ["Abkhazia", "1992-07-23"],
        ["South Ossetia", "1991-12-21"],
      ],
    ],
  ]);
  const file = join(data, "territory/ne_10m_boundary_lines_disputed_areas.geojson");
  return featuresOf(file).flatMap(({ properties, geometry }) => {
    const named = claimants.get(String(properties["name"] ?? properties["NAME"]));
    return linesOf(geometry).flatMap((line) => {
      const [claimant = null, since = null] =
        (isWest(line) ? named?.[0] : named?.at(-1)) ?? ([] as string[]);
      if (claimant === null) return [];
      const pair = [claimant, String(properties["name"] ?? properties["NAME"])] as const;
      return lines({ pair, line }, "claimed", { claimant, since });
    });
  });
}

/** Abkhazia lies west of 42.9 E, South Ossetia east of it. */
function isWest(line: readonly Position[]): boolean {
  return line.every(([lon]) => lon < 42.9);
}

/** The edges on land that a claimed region shares with a region outside of the claim; geoBoundaries' outlines go on into the sea. */
function regionLines(
  inside: readonly string[],
  also: readonly string[],
  claim: Claim,
): readonly Line[] {
  const features = featuresOf(REGIONS);
  const code = ({ properties }: Feature): string => String(properties["shapeISO"]);
  const outside = new Set(
    features
      .filter((one) => ![...inside, ...also].includes(code(one)) || isNeighbourOf2014(code(one)))
      .flatMap(({ geometry }) => ringsOf(geometry).flatMap((ring) => ring.map(key))),
  );
  const pair = ["claim", inside.join("-")] as const;
  return features
    .filter((one) => inside.includes(code(one)))
    .flatMap(({ geometry }) => ringsOf(geometry))
    .flatMap((ring) => runs(ring, (position) => outside.has(key(position)) && isLand(position)))
    .flatMap((line) => lines({ pair, line }, "claimed", claim, GEO_BOUNDARIES));

  /** The claim of 2014 ends where Kherson region begins, although that one is claimed since 2022. */
  function isNeighbourOf2014(iso: string): boolean {
    return inside === CLAIMED_2014 && iso === "UA-65";
  }
}

function isLand(position: Position): boolean {
  return LAND.filter((ring) => isIn(position, ring)).length % 2 === 1;
}

function isIn([x, y]: Position, ring: Ring): boolean {
  return ring.reduce((inside, [x1, y1], i) => {
    const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}

/** The longest stretches of a ring whose positions all satisfy the test. */
function runs(ring: Ring, isIn: (position: Position) => boolean): readonly (readonly Position[])[] {
  const start = ring.findIndex((position) => !isIn(position));
  const turned = [...ring.slice(Math.max(0, start), -1), ...ring.slice(0, Math.max(0, start) + 1)];
  const found: Position[][] = [[]];
  for (const position of turned) {
    if (isIn(position)) found.at(-1)?.push(position);
    else if (found.at(-1)?.length !== 0) found.push([]);
  }
  return found.filter((run) => run.length > 1);
}

function key([lon, lat]: Position): string {
  return `${lon.toFixed(5)},${lat.toFixed(5)}`;
}

interface Feature {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

function featuresOf(path: string): readonly Feature[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return (JSON.parse(text) as { features: Feature[] }).features;
}

function ringsOf({ type, coordinates }: Feature["geometry"]): readonly Ring[] {
  if (type === "Polygon") return coordinates as Ring[];
  return (coordinates as Ring[][]).flat();
}

function linesOf({ type, coordinates }: Feature["geometry"]): readonly (readonly Position[])[] {
  return type === "LineString" ? [coordinates as Position[]] : (coordinates as Position[][]);
}

function areaOf(ring: Ring): number {
  const doubled = ring.slice(1).reduce((sum, [lon, lat], i) => {
    const [x, y] = ring[i] ?? [lon, lat];
    return sum + x * lat - lon * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

/** First position, then steps: [lon, lat, dlon, dlat, ...] in thousandths of a degree. */
function packed(line: readonly Position[]): readonly number[] {
  const whole = line.map(([lon, lat]) => [Math.round(lon * SCALE), Math.round(lat * SCALE)]);
  return whole.flatMap(([x = 0, y = 0], i) => {
    const [bx = 0, by = 0] = whole[i - 1] ?? [];
    return [x - bx, y - by];
  });
}

/** One row a ring or line, so that a changed line is one changed row. */
function write(name: string, limit: number, rows: readonly unknown[]): void {
  const text = `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]`;
  const size = gzipSync(text).length;
  if (size > limit) throw new Error(`${name} is ${size} bytes gzipped; at most ${limit}`);
  writeFileSync(new URL(name, GROUND), `${text}\n`);
  process.stdout.write(`${name}: ${text.length} bytes, ${size} gzipped\n`);
}
