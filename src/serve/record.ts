// The route of the record, as HTTP offers it; its files are in log.ts.
import { RECORD_ROUTE } from "../report/routes/record.ts";
import type { Endpoint } from "./endpoint.ts";
import { RECORD_ANSWER } from "./schema-record.ts";

export const RECORD_ENDPOINTS: readonly Endpoint[] = [
  {
    ...RECORD_ROUTE,
    summary: "What the record holds",
    description:
      "Entries by kind, where the log ends with its signed checkpoint, where reviews stand, what came last. The log itself lies below log/.",
    schema: RECORD_ANSWER,
  },
];
