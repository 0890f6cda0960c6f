// Columns that tell a place from where it was seen or heard: how far from the observer, and in which direction (REFERENCE 3).
import { parseBearings, sectorArea } from "../geo/sector.ts";
import type { Bearings, Sector } from "../geo/sector.ts";
import type { Area, Disc } from "../model/place.ts";
import type { YamlNode } from "../model/yaml.ts";
import type { SeedReader } from "../record/seeds/names.ts";

/** Columns of kilometres and of bearings; null: the table has none. The position of the row is then the observer's. */
export interface SectorColumns {
  readonly from: string | null;
  readonly to: string | null;
  readonly bearing: string | null;
}

/** Kilometres that stand for "not said how far": what is heard or seen lies within them. Assumed. */
const EARSHOT = { from: 0, to: 20 } as const;

/** `{from, to, bearing}`; null where the mapping has none. */
export function readSectorColumns(
  reader: SeedReader,
  node: YamlNode | undefined,
): SectorColumns | null {
  if (node === undefined) return null;
  const fields = reader.fields(node, { what: "sector", optional: ["from", "to", "bearing"] });
  const text = (field: string) => reader.text(fields?.get(field), field);
  return fields === null ? null : { from: text("from"), to: text("to"), bearing: text("bearing") };
}

/** Every column named. */
export function columnsOfSector(columns: SectorColumns | null): readonly string[] {
  return [columns?.from, columns?.to, columns?.bearing].filter((one) => typeof one === "string");
}

/**
 * The sector of a row: its area; null where no cell says anything; else why it is none, in words. Without a range it is within earshot,
 * without a bearing all around. Bearings: points of the compass or degrees, a pair of them with a hyphen, several with commas.
 */
export function sectorOfRow(
  columns: SectorColumns,
  observer: Disc,
  cellOf: (column: string) => string,
): Area | string | null {
  const cell = (column: string | null) => (column === null ? "" : cellOf(column).trim());
  const [from, to, bearing] = [cell(columns.from), cell(columns.to), cell(columns.bearing)];
  if (from === "" && to === "" && bearing === "") return null;
  const range = rangeOf(from, to);
  if (range === null) return `"${from}" to "${to}" is no range of kilometres`;
  const bearings: Bearings[] = [];
  for (const word of bearing === "" ? [] : bearing.split(",")) {
    const read = parseBearings(word.trim());
    if (read === null) return `"${word.trim()}" is no bearing`;
    bearings.push(read);
  }
  const sector: Sector = { observer, range, bearings };
  return sectorArea(sector);
}

/** In metres. One end alone is the other too, or the observer. */
function rangeOf(from: string, to: string): Sector["range"] | null {
  if (from === "" && to === "") return { from: EARSHOT.from * 1000, to: EARSHOT.to * 1000 };
  const [low, high] = [from === "" ? "0" : from, to === "" ? from : to];
  const isRange = [low, high].every((cell) => /^\d{1,4}(?:\.\d+)?$/.test(cell));
  const range = { from: Number(low) * 1000, to: Number(high) * 1000 };
  return isRange && range.from <= range.to ? range : null;
}
