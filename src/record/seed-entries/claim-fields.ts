// Claims and published totals between their rows and the fields of a `claim`. Measures are decimals as text: the record has no fractions.
import type { AsOf, Claim } from "../../model/claim.ts";
import type { CountRange } from "../../model/count.ts";
import type { Day } from "../../model/instant.ts";
import type { PublishedCount } from "../../model/talks.ts";
import type { Fields } from "../kinds/check-fields.ts";
import { plainFields } from "./plain-fields.ts";

/** Predicate of a total that a side published. */
export const COUNTED = "counted";

/** Fields but `subject`, which is what the entry is of. */
export function claimFields(claim: Claim): Fields {
  const base = plainFields(claim, ["by", "source", "note", "predicate"]);
  return { ...base, ...asOfFields(claim.asOf), ...contentFields(claim) };
}

function contentFields(claim: Claim): Fields {
  switch (claim.predicate) {
    case "attribution":
      return { actor: claim.actor };
    case "denial":
    case "no-comment":
      return { denies: claim.of };
    case "casualties":
      return plainFields(claim, ["killed", "injured", "childrenKilled", "childrenInjured"]);
    case "measure":
      return { what: claim.what, value: String(claim.value) };
    case "account":
      return { text: claim.text };
    default:
      return claim satisfies never;
  }
}

function asOfFields(asOf: AsOf): Fields {
  if (asOf === null) return {};
  return { asOf: "at" in asOf ? asOf.at : asOf.day };
}

/** The claim that these fields were made from; null when the predicate is none of an incident's. */
export function claimOf(id: string, subject: string, fields: Fields): Claim | null {
  // The fields were checked against the rule of the kind, whose value tests are the types named here.
  const read = fields as unknown as ReadClaim;
  const { by, source } = read;
  const base = { id, subject, by, source, asOf: asOf(read.asOf), note: read.note ?? null };
  switch (read.predicate) {
    case "attribution":
      return { ...base, predicate: read.predicate, actor: read.actor };
    case "denial":
    case "no-comment":
      return { ...base, predicate: read.predicate, of: read.denies };
    case "casualties":
      return { ...base, predicate: read.predicate, ...casualties(read) };
    case "measure":
      return { ...base, predicate: read.predicate, what: read.what, value: Number(read.value) };
    case "account":
      return { ...base, predicate: read.predicate, text: read.text };
    default:
      return null;
  }
}

interface ReadClaim {
  readonly predicate: string;
  readonly by: string;
  readonly source: string;
  readonly note?: string;
  readonly asOf?: number | Day;
  readonly actor: string;
  readonly denies: "actor" | "event";
  readonly killed?: CountRange;
  readonly injured?: CountRange;
  readonly childrenKilled?: number;
  readonly childrenInjured?: number;
  readonly what: string;
  readonly value: string;
  readonly text: string;
}

function asOf(value: number | Day | undefined): AsOf {
  if (value === undefined) return null;
  return typeof value === "number" ? { at: value } : { day: value };
}

function casualties(read: ReadClaim): {
  readonly killed: CountRange | null;
  readonly injured: CountRange | null;
  readonly childrenKilled: number | null;
  readonly childrenInjured: number | null;
} {
  return {
    killed: read.killed ?? null,
    injured: read.injured ?? null,
    childrenKilled: read.childrenKilled ?? null,
    childrenInjured: read.childrenInjured ?? null,
  };
}

/** A published total as a claim about no single incident. */
export function countFields({ violations, period, ...count }: PublishedCount): Fields {
  const plain = plainFields(count);
  return { ...plain, predicate: COUNTED, window: period, counted: violations };
}

export function countOf(id: string, fields: Fields): PublishedCount {
  // As in claimOf: checked against the rule of the kind.
  const read = fields as unknown as Omit<
    PublishedCount,
    "id" | "violations" | "period" | "note"
  > & {
    readonly counted: PublishedCount["violations"];
    readonly window: string;
    readonly note?: string;
  };
  const { day, by, unit, ofParty, source, note } = read;
  const [violations, period] = [read.counted, read.window];
  return { id, day, by, period, unit, violations, ofParty, source, note: note ?? null };
}
