// All rows of a case's record seeds, read and checked, before anything is joined: what becomes entries once.
import type { Claim } from "../../model/claim.ts";
import type { RecordedEvent } from "../../model/event.ts";
import type { Source } from "../../model/source.ts";
import type {
  InstrumentRecord,
  Meeting,
  PublishedCount,
  Round,
  Stance,
  Statement,
  Track,
} from "../../model/talks.ts";
import type { IncidentSeed } from "../seeds/incident.ts";

/** In the order of the files. */
export interface RecordSeeds {
  readonly sources: readonly Source[];
  readonly incidents: readonly IncidentSeed[];
  readonly claims: readonly Claim[];
  readonly events: readonly RecordedEvent[];
  readonly tracks: readonly Track[];
  readonly rounds: readonly Round[];
  readonly stances: readonly Stance[];
  readonly statements: readonly Statement[];
  readonly meetings: readonly Meeting[];
  readonly instruments: readonly InstrumentRecord[];
  readonly counts: readonly PublishedCount[];
}
