// Answers about zones that cannot be so together because the zones share a border (TERMS 2.5: the combinations that its area touches).
import { oddlyCovered, sharingOf } from "../geo/shared-border.ts";
import type { Sharing } from "../geo/shared-border.ts";
import type { Area, Relation } from "../model/place.ts";
import { sameDrawing } from "./drawings.ts";
import type { Role, Spot } from "./spot.ts";

/** `[key, in]` of several facts of place: these answers cannot all be so. */
export type Apart = readonly (readonly [key: string, inside: boolean])[];

/** Whether nothing excludes these answers. */
export function goTogether(
  apart: readonly Apart[],
  answers: Readonly<Record<string, boolean>>,
): boolean {
  return apart.every((excluded) => excluded.some(([key, inside]) => answers[key] !== inside));
}

/** Zones of which more share borders with each other are looked at in groups of at most so many. */
const MOST_TOGETHER = 4;

/** How an end of an incident lies to an area. */
export type ToArea = (role: Role, area: Area) => Relation;

/** Answers that the drawings, and where the place lies to them, exclude. `spots` are the undecided ones. */
export function apartBySharing(spots: readonly Spot[], toArea: ToArea): readonly Apart[] {
  return (["target", "origin"] as const).flatMap((role) =>
    ofRole(drawnSpots(spots, role), (area) => toArea(role, area)),
  );
}

/** Every area that `apartBySharing` may ask about beside the zones themselves, whichever of the spots are undecided. */
export function areasShared(spots: readonly Spot[], role: Role): readonly Area[] {
  const groups = groupsSharing(drawnSpots(spots, role)).groups;
  return groups.flatMap((group) => oddlyOnce(group.map(({ area }) => area)) ?? []);
}

interface DrawnSpot {
  readonly key: string;
  readonly area: Area;
}

function drawnSpots(spots: readonly Spot[], wanted: Role): readonly DrawnSpot[] {
  return spots.flatMap(({ key, role, shape }) =>
    role === wanted && shape.kind === "area" && shape.area !== null
      ? [{ key, area: shape.area }]
      : [],
  );
}

function ofRole(
  spots: readonly DrawnSpot[],
  relationTo: (area: Area) => Relation,
): readonly Apart[] {
  const { sharing, groups } = groupsSharing(spots);
  const byDrawing = sharing.flatMap(([a, b]) => byPair(a, b));
  return [...byDrawing, ...groups.flatMap((group) => byParity(group, relationTo))];
}

/** Zones that share borders, two by two, and the groups that hang together by them. */
function groupsSharing(spots: readonly DrawnSpot[]) {
  const pairs = spots.flatMap((a, index) => spots.slice(index + 1).map((b) => [a, b] as const));
  const sharing = pairs.filter(
    ([a, b]) => a.area !== b.area && sharingOnce(a.area, b.area) !== null,
  );
  const groups = groupsOf(spots, (a, b) =>
    sharing.some((pair) => pair.includes(a) && pair.includes(b)),
  );
  return { sharing, groups };
}

function byPair(a: DrawnSpot, b: DrawnSpot): readonly Apart[] {
  const sharing = sharingOnce(a.area, b.area);
  if (sharing === "disjoint")
    return [
      [
        [a.key, true],
        [b.key, true],
      ],
    ];
  if (sharing === "within")
    return [
      [
        [a.key, true],
        [b.key, false],
      ],
    ];
  return sharing === "around"
    ? [
        [
          [a.key, false],
          [b.key, true],
        ],
      ]
    : [];
}

/** Sets of two to four zones that hang together by shared borders, smaller ones first, each once. */
function groupsOf<T>(all: readonly T[], share: (a: T, b: T) => boolean): readonly (readonly T[])[] {
  const groups: (readonly T[])[] = [];
  let last: readonly (readonly T[])[] = all.map((one) => [one]);
  for (let size = 2; size <= MOST_TOGETHER; size += 1) {
    const grown = last.flatMap((group) =>
      all
        .filter((one) => !group.includes(one) && group.some((member) => share(member, one)))
        .map((one) => all.filter((each) => each === one || group.includes(each))),
    );
    last = [
      ...new Map(
        grown.map((group) => [group.map((one) => all.indexOf(one)).join(), group]),
      ).values(),
    ];
    groups.push(...last);
  }
  return groups;
}

/** Where every point of the place lies in an odd number of the zones, even numbers are excluded, and the other way round. */
function byParity(
  group: readonly DrawnSpot[],
  relationTo: (area: Area) => Relation,
): readonly Apart[] {
  const odd = oddlyOnce(group.map(({ area }) => area));
  const relation = odd === null ? "possible" : relationTo(odd);
  if (relation === "possible") return [];
  const wrong = relation === "inside" ? 0 : 1;
  return Array.from({ length: 2 ** group.length }, (_, bits) =>
    group.map(({ key }, index) => [key, (bits >> index) % 2 === 1] as const),
  ).filter((answers) => answers.filter(([, inside]) => inside).length % 2 === wrong);
}

const SHARING = new WeakMap<Area, WeakMap<Area, { readonly sharing: Sharing | null }>>();

/** Drawings are compared once. */
function sharingOnce(one: Area, other: Area): Sharing | null {
  const [a, b] = [sameDrawing(one), sameDrawing(other)];
  const of = SHARING.get(a) ?? new WeakMap<Area, { readonly sharing: Sharing | null }>();
  SHARING.set(a, of);
  const found = of.get(b) ?? { sharing: sharingOf(a, b) };
  of.set(b, found);
  return found.sharing;
}

interface Oddly {
  readonly of: readonly Area[];
  readonly odd: Area | null;
}

const ODDLY = new WeakMap<Area, Oddly[]>();

function oddlyOnce(all: readonly Area[]): Area | null {
  const areas = all.map(sameDrawing);
  const [first] = areas;
  if (first === undefined) return null;
  const known = ODDLY.get(first) ?? [];
  ODDLY.set(first, known);
  const same = known.find(
    ({ of }) => of.length === areas.length && of.every((area, index) => area === areas[index]),
  );
  const found = same ?? { of: areas, odd: oddlyCovered(areas) };
  if (same === undefined) known.push(found);
  return found.odd;
}
