// Routes of readings, as HTTP offers them.
import {
  COMPARE_ROUTE,
  OPEN_ROUTE,
  PRICE_ROUTE,
  READINGS_ROUTE,
  TOTALS_ROUTE,
} from "../report/routes/readings.ts";
import type { Endpoint } from "./endpoint.ts";
import {
  COMPARE_ANSWER,
  OPEN_ANSWER,
  PRICE_ANSWER,
  READINGS_ANSWER,
  TOTALS_ANSWER,
} from "./schemas.ts";

export const READING_ENDPOINTS: readonly Endpoint[] = [
  {
    ...READINGS_ROUTE,
    summary: "All readings",
    description: "Who holds each, its status per party, and its words part by part.",
    schema: READINGS_ANSWER,
  },
  {
    ...TOTALS_ROUTE,
    summary: "Totals per reading",
    description: "Counts of incidents as at least / at most; whole-night totals are in none.",
    schema: TOTALS_ANSWER,
  },
  {
    ...COMPARE_ROUTE,
    summary: "Two readings compared",
    description:
      "Which incidents they answer differently, by the smallest sets of questions. With q, a and b are answers of it.",
    schema: COMPARE_ANSWER,
  },
  {
    ...PRICE_ROUTE,
    summary: "Price of a word",
    description: "Cards, comparisons of every two of at most four readings, patterns, incidents.",
    schema: PRICE_ANSWER,
  },
  {
    ...OPEN_ROUTE,
    summary: "What is open is worth",
    description: "The bounds of one reading under each answer to each question it leaves open.",
    schema: OPEN_ANSWER,
  },
];
