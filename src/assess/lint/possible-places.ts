// Which combinations of inside and outside a place can have at all, by how the drawn zones lie to each other.
import { relate } from "../../geo/relation.ts";
import type { ReadingModel } from "../reading-model.ts";
import { areaIn } from "../shape.ts";

/** No place lies in two zones that are apart, nor in one and outside another that holds it. */
export function isPossible(
  models: readonly ReadingModel[],
  place: Readonly<Record<string, boolean>>,
): boolean {
  const roles = Object.entries(place);
  return roles.every(([key, inside]) =>
    roles.every(([other, alsoInside]) => {
      if (!inside || key === other || roleOf(key) !== roleOf(other)) return true;
      const relation = relationOf(models, zoneOf(key), zoneOf(other));
      return alsoInside ? relation !== "outside" : relation !== "inside";
    }),
  );
}

function relationOf(models: readonly ReadingModel[], zone: string, other: string) {
  const area = (id: string) =>
    models.map(({ context }) => areaIn(context.shapes, id)).find((found) => found !== null);
  const [inner, outer] = [area(zone), area(other)];
  if (inner === undefined || inner === null || outer === undefined || outer === null)
    return "possible";
  return relate(inner, outer);
}

function roleOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}

function zoneOf(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}
