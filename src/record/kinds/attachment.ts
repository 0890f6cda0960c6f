// A file by its hash (RECORD 10). The hash is restricted: in the open it would tell who else holds the file.
import { must, may, restricted } from "./kind-rule.ts";
import type { KindRule } from "./kind-rule.ts";
import { ID, INSTANT, SHA256, TEXT, WHOLE } from "./value.ts";

/** A file by its hash (RECORD 10). */
export const ATTACHMENT = {
  prefix: "att",
  format: 1,
  of: "none",
  fields: {
    mediaType: must(TEXT),
    size: must(WHOLE),
    obtained: must(TEXT),
    obtainedAt: may(INSTANT),
    derivedFrom: may(ID),
    // With its version; and what it was told to do.
    tool: may(TEXT),
    parameters: may(TEXT),
    note: may(TEXT),
    blob: restricted(SHA256),
    givenName: restricted(TEXT),
    from: restricted(TEXT),
    device: restricted(TEXT),
  },
} as const satisfies KindRule;
