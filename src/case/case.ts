// A case as one value: everything that its folder holds, checked, ready to be assessed, served, reported.
import type { ObjectRegister } from "../assess/object-register.ts";
import type { ScenarioFile } from "../assess/scenario.ts";
import type { RecordedEvent } from "../model/event.ts";
import type { Incident } from "../model/incident.ts";
import type { ObjectList } from "../model/listed-object.ts";
import type { Area } from "../model/place.ts";
import type { Source } from "../model/source.ts";
import type {
  InstrumentRecord,
  Meeting,
  PublishedCount,
  Round,
  Stance,
  Statement,
  Track,
} from "../model/talks.ts";
import type { RecordSeeds } from "../record/seed-entries/record-seeds.ts";
import type { Instrument } from "../terms/ast.ts";
import type { RecordHead } from "./standing-file.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";

/** Text of every file of the case folder by its path below it (`terms/energy.terms.md`). The disk is read by store/. */
export type CaseFiles = ReadonlyMap<string, string>;

export interface Case {
  readonly settings: CaseSettings;
  /** Which record the parts below are from; size 0 while they are the seeds in the files. */
  readonly logHead: RecordHead;
  readonly kinds: Vocabulary;
  readonly means: Vocabulary;
  readonly acts: Vocabulary;
  /** In id order. */
  readonly instruments: readonly LoadedInstrument[];
  /** Earlier versions of these texts (terms/versions/<id>@<day>.terms.*), by id, then day. */
  readonly versions: readonly LoadedInstrument[];
  /** Zone and region areas by id (file names and feature ids of zones/*.geojson). */
  readonly zones: ReadonlyMap<string, Zone>;
  /** Objects that somebody lists (objects/*), list by list in file order. */
  readonly objects: readonly ObjectList[];
  /** The same as what texts that ask for nearness are held against. */
  readonly register: ObjectRegister;
  /** In id order. */
  readonly incidents: readonly Incident[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly events: readonly RecordedEvent[];
  /** scenarios/*.scenarios.yaml, read last: `parseScenarios(text, {file, input: theCaseSoFar})` of assess/. In file order. */
  readonly scenarios: readonly ScenarioFile[];
  readonly people: readonly Person[];
  readonly outlets: readonly Outlet[];
  readonly tracks: readonly Track[];
  readonly rounds: readonly Round[];
  readonly statements: readonly Statement[];
  readonly stances: readonly Stance[];
  readonly meetings: readonly Meeting[];
  readonly instrumentRecords: readonly InstrumentRecord[];
  readonly counts: readonly PublishedCount[];
  /** The rows of the record as they were read, before claims are joined to incidents: what the history of a thing begins with. */
  readonly seeds: RecordSeeds;
}

/** Names per interface language; `en` always. */
export type Labels = Readonly<{ en: string } & Partial<Record<"uk" | "ru", string>>>;

export interface CaseSettings {
  readonly id: string;
  readonly title: string;
  /** Party id -> names per language. Bound sides and others that speak. */
  readonly parties: ReadonlyMap<string, Labels>;
  /** The first cuts days. */
  readonly timeZones: readonly string[];
  readonly boundaryPolicy: {
    readonly policy: "none" | "recognised" | "claims";
    readonly why: string;
  };
  /** Stands beside every total. */
  readonly caveat: string;
  readonly visibility: "public" | "private";
  /** Prepared comparisons by name: reading ids, and questions held to one answer so that one difference shows at a time. */
  readonly comparisons: readonly {
    readonly title: string;
    readonly readings: readonly string[];
    readonly hold: ReadonlyMap<string, string>;
  }[];
}

/** One version of one instrument with what identifies it. */
export interface LoadedInstrument {
  readonly instrument: Instrument;
  /** `sha256:<hex>` of the canonical bytes. */
  readonly version: string;
  readonly file: string;
  /** The file itself, as it was written. */
  readonly text: string;
}

export interface Zone {
  readonly id: string;
  readonly name: string;
  /** The name per interface language, as the file gives it. */
  readonly names: Labels;
  readonly area: Area;
  readonly source: string;
  readonly licence: string;
  /** True when the outline was made by us (a hull) or simplified beyond its source. */
  readonly approximate: boolean;
}

export interface Person {
  readonly id: string;
  readonly party: string;
  readonly names: Labels;
  readonly spellings: readonly string[];
  readonly offices: readonly {
    readonly title: string;
    readonly from: string | null;
    readonly until: string | null;
  }[];
}

export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly side: string;
  readonly kind: string;
}
