// Data twins of the lists, as HTTP offers them.
import { z } from "@hono/zod-openapi";
import {
  COMPARE_CSV,
  INCIDENTS_CSV,
  INCIDENTS_GEOJSON,
  PRICE_CSV,
  READINGS_CSV,
} from "../report/routes/twins.ts";
import type { Endpoint } from "./endpoint.ts";
import { FEATURES_ANSWER } from "./schema-lists.ts";

const CSV = {
  schema: z.string().openapi("Csv"),
  mediaType: "text/csv",
  description:
    "RFC 4180, UTF-8, a header always; ranges in three columns; what was asked and the caveat in every row.",
} as const;

export const TWIN_ENDPOINTS: readonly Endpoint[] = [
  { ...INCIDENTS_CSV, ...CSV, summary: "Incidents with their verdicts, as CSV" },
  {
    ...INCIDENTS_GEOJSON,
    summary: "Incidents with their verdicts, as GeoJSON",
    description:
      "RFC 7946: a point with its radius in metres, an area, or no geometry; those without are counted in noPlace.",
    schema: FEATURES_ANSWER,
    mediaType: "application/geo+json",
  },
  { ...PRICE_CSV, ...CSV, summary: "Totals per reading, as CSV" },
  { ...COMPARE_CSV, ...CSV, summary: "Two readings compared cause by cause, as CSV" },
  { ...READINGS_CSV, ...CSV, summary: "Readings, answer by answer, as CSV" },
];
