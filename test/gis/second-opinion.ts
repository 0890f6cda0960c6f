// What PostGIS says of the distance and zone part of a sweep, in the SQL that one writes first: spheroidal distances of `geography`, GiST
// indexes, no tuning. Its answers become codes of the same questions, so that they can be compared row by row, and verdicts with them.
import { countsOf } from "../../src/assess/distance.ts";
import type { PlaceColumns } from "../../src/assess/sweep/columns.ts";
import type { Prepared } from "../../src/assess/sweep/prepare.ts";
import type { Question } from "../../src/assess/sweep/questions.ts";
import { slotCount, slotOf } from "../../src/assess/sweep/slots.ts";
import type { ShapeColumns } from "../../src/geo/kernel/columns.ts";
import { INSIDE, OUTSIDE, POSSIBLE } from "../../src/geo/kernel/situate.ts";
import type { Area } from "../../src/model/place.ts";
import type { PostGis } from "./postgis.ts";

export interface Asked {
  readonly prepared: Prepared;
  readonly shapes: ShapeColumns;
  /** Metres: the furthest that any question asks about. */
  readonly reach: number;
}

/** Metres of the nearest object by `row * layers + layer`, Infinity beyond the reach; metres to each outline, below zero outside. */
export interface Opinion {
  readonly nearest: Float64Array;
  readonly zones: Float64Array;
  readonly layers: number;
}

/** Metres about a bound within which two ways to draw a line between its ends may differ: straight in degrees, or the shortest. */
export const DRAWN = 1;

export function areasOf({ questions }: Pick<Prepared, "questions">): readonly Area[] {
  return questions.flatMap((question) => (question.kind === "area" ? [question.area] : []));
}

/** Tables and indexes; not timed. */
export function load(gis: PostGis, { prepared, shapes }: Asked): void {
  const places = prepared.columns.target;
  gis.run("CREATE TABLE shape (layer int, geog geography)");
  gis.run("COPY shape FROM STDIN", shapeLines(shapes));
  gis.run("CREATE TABLE incident (row int, radius float8, geog geography)");
  gis.run("COPY incident FROM STDIN", placeLines(places));
  gis.run("CREATE TABLE zone (id int, area geography, outline geography)");
  gis.run("COPY zone FROM STDIN", areasOf(prepared).map(zoneLine).join(""));
  gis.run("CREATE INDEX ON shape USING gist (geog); CREATE INDEX ON incident USING gist (geog)");
  gis.run("ANALYZE");
}

/** The measuring itself, into tables. */
export function measure(gis: PostGis, { reach }: Pick<Asked, "reach">): void {
  gis.run(`CREATE TABLE nearest AS
    SELECT i.row, s.layer, min(ST_Distance(i.geog, s.geog)) AS meters
    FROM incident i JOIN shape s ON ST_DWithin(i.geog, s.geog, ${reach} + i.radius)
    GROUP BY i.row, s.layer`);
  gis.run(`CREATE TABLE lies AS
    SELECT i.row, z.id, ST_Covers(z.area, i.geog) AS inside, ST_Distance(i.geog, z.outline) AS meters
    FROM incident i CROSS JOIN zone z`);
}

export function opinionOf(gis: PostGis, { prepared, shapes }: Asked): Opinion {
  const layers = shapes.layer.reduce((most, layer) => Math.max(most, layer + 1), 0);
  const rows = prepared.columns.count;
  const zoneCount = areasOf(prepared).length;
  const nearest = new Float64Array(rows * layers).fill(Infinity);
  const zones = new Float64Array(rows * zoneCount).fill(NaN);
  for (const [row = 0, layer = 0, meters = NaN] of gis.numbers(
    "SELECT row, layer, meters FROM nearest",
  ))
    nearest[row * layers + layer] = meters;
  for (const [row = 0, zone = 0, meters = NaN] of gis.numbers(
    "SELECT row, id, CASE WHEN inside THEN meters ELSE -meters END FROM lies",
  ))
    zones[row * zoneCount + zone] = meters;
  return { nearest, zones, layers };
}

/** The code of a question by the opinion, and how near, in metres, it came to another code. */
export function codeBy(
  opinion: Opinion,
  { prepared }: Pick<Asked, "prepared">,
  { question: i, row }: { readonly question: number; readonly row: number },
): { readonly code: number; readonly margin: number } {
  const question = prepared.questions[i];
  const radius = prepared.columns.target.radius[row] ?? NaN;
  if (question?.kind === "kinds") return kindsCode(opinion, question, { row, radius });
  if (question?.kind !== "area")
    throw new RangeError("only zones and nearness are asked of PostGIS");
  const zones = areasOf(prepared);
  const meters = opinion.zones[row * zones.length + zones.indexOf(question.area)] ?? NaN;
  const margin = Math.abs(Math.abs(meters) - radius);
  if (Math.abs(meters) <= radius) return { code: POSSIBLE, margin };
  return { code: meters > 0 ? INSIDE : OUTSIDE, margin };
}

function kindsCode(
  { nearest, layers }: Opinion,
  { context, kinds, bounds }: Extract<Question, { readonly kind: "kinds" }>,
  { row, radius }: { readonly row: number; readonly radius: number },
): { readonly code: number; readonly margin: number } {
  let [low, high] = [Infinity, Infinity];
  countsOf(context, kinds).forEach((how, layer) => {
    const meters = nearest[row * layers + layer] ?? Infinity;
    if (how !== "no") low = Math.min(low, meters);
    if (how === "yes") high = Math.min(high, meters);
  });
  const [least, most] = [Math.max(0, low - radius), high + radius];
  const margins = bounds.flatMap((bound) => [
    Math.abs(low - radius - bound),
    Math.abs(most - bound),
  ]);
  return {
    code: slotOf(bounds, least) * slotCount(bounds) + slotOf(bounds, most),
    margin: Math.min(...margins),
  };
}

function shapeLines({ count, layer, lon1, lat1, lon2, lat2 }: ShapeColumns): string {
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [`${lon1[i]} ${lat1[i]}`, `${lon2[i]} ${lat2[i]}`];
    const drawn = from === to ? `POINT(${from})` : `LINESTRING(${from},${to})`;
    return `${layer[i]}\t${drawn}\n`;
  }).join("");
}

/** Rows of a region have no disc and are left out. */
function placeLines({ count, lon, lat, radius }: PlaceColumns): string {
  return Array.from({ length: count }, (_, row) =>
    (radius[row] ?? NaN) >= 0 ? `${row}\t${radius[row]}\tPOINT(${lon[row]} ${lat[row]})\n` : "",
  ).join("");
}

function zoneLine({ polygons }: Area, id: number): string {
  const ring = (positions: readonly (readonly [number, number])[]) =>
    `(${positions.map(([lon, lat]) => `${lon} ${lat}`).join(",")})`;
  const area = polygons.map((rings) => `(${rings.map(ring).join(",")})`).join(",");
  const outline = polygons.flat().map(ring).join(",");
  return `${id}\tMULTIPOLYGON(${area})\tMULTILINESTRING(${outline})\n`;
}
