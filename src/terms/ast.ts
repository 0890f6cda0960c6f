// terms/1, the words of a ceasefire as data: the nodes every skin (YAML, literate, JSON) parses to. Specified in TERMS 1.
// Maps keep the order of the file for people; canonical bytes sort them.
import type { Day } from "../model/instant.ts";
import type { Polygon, Position } from "../model/place.ts";

/** A value written out, or the question whose answers give it. */
export type Slot<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "question"; readonly question: string };

/** One version of one text. */
export interface Instrument {
  /** Kebab-case; the file is `<id>.terms.yaml` or `<id>.terms.md`. */
  readonly id: string;
  readonly title: string;
  readonly dated: Day | null;
  readonly uses: Uses;
  /** IANA names that `tz: unknown` ranges over. */
  readonly timeZones: readonly string[];
  /** Bound sides, alphabetical. */
  readonly parties: readonly string[];
  /** Mediators and guarantors: may hold answers, are bound by nothing. */
  readonly others: readonly string[];
  readonly status: ReadonlyMap<string, readonly StatusSince[]>;
  /** Yes/no/unknown facts of an incident that exceptions ask about: id -> what it says. */
  readonly flags: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, EventDefinition>;
  readonly zones: ReadonlyMap<string, ZoneDefinition>;
  /** Lines that zones are measured from. */
  readonly lines: ReadonlyMap<string, LineDefinition>;
  /** Lists of objects of this text, as annexes hold them. */
  readonly annexes: ReadonlyMap<string, Annex>;
  /** Objects by id: what the text, or whoever models it, says each of them is. */
  readonly objects: ReadonlyMap<string, ObjectDefinition>;
  /** Additions to the pinned vocabularies; they go through the same graph as the vocabulary's own nodes. */
  readonly kinds: ReadonlyMap<string, VocabularyNode>;
  readonly means: ReadonlyMap<string, VocabularyNode>;
  readonly acts: ReadonlyMap<string, VocabularyNode>;
  readonly questions: ReadonlyMap<string, Question>;
  readonly clauses: ReadonlyMap<string, Clause>;
  /** Texts kept without a rule (elements of REFERENCE 2 that are not judged). */
  readonly provisions: ReadonlyMap<string, Provision>;
  readonly readings: ReadonlyMap<string, Reading>;
  /** What this version keeps and prints but does not judge (T901), by its path in the file: `lines`, `zones/corridor`. */
  readonly kept: ReadonlyMap<string, Plain>;
}

/** A value as YAML and JSON have it. */
export type Plain =
  string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** Pinned vocabularies and data: path or version, with sha256 once pinned. */
export interface Uses {
  readonly kinds: Pin | null;
  readonly means: Pin | null;
  readonly tzdata: string | null;
}

/** A file a text depends on. */
export interface Pin {
  readonly path: string;
  readonly sha256: string | null;
}

/** How a party stands to a text (TALKS 2); absent means not stated. */
export type InstrumentStatus =
  "proposed" | "accepted-in-principle" | "accepted" | "conditional" | "rejected" | "lapsed";

/** A party's state from a day on, until the next one. */
export interface StatusSince {
  readonly is: InstrumentStatus;
  readonly since: Day;
  readonly source: string | null;
}

/** A fact outside incidents that a text waits for; `unrecorded` is what holds while the record is silent. */
export interface EventDefinition {
  readonly says: string;
  readonly unrecorded: "unknown" | "no";
}

/** Where a zone lies. */
export type ZoneDefinition =
  /** Geometry shipped with the case: `zones/<path>`, a feature's name in it. */
  | {
      readonly kind: "dataset";
      readonly dataset: string;
      readonly version: string | null;
      readonly feature: string;
      readonly valid?: Validity;
    }
  | { readonly kind: "polygon"; readonly polygons: readonly Polygon[]; readonly valid?: Validity }
  /** Named by someone, no line published: two text worlds, in and out. */
  | { readonly kind: "none-agreed"; readonly says: string }
  /** Up to so many metres from a line. */
  | {
      readonly kind: "buffer";
      readonly of: string;
      readonly meters: number;
      readonly side: LineSide | null;
    }
  /** No nearer to a line than `from` and no further than `to` metres. */
  | {
      readonly kind: "band";
      readonly of: string;
      readonly from: number;
      readonly to: number;
      readonly side: LineSide | null;
    }
  /** Moves with the nearest object of these kinds: a ship, a convoy. */
  | { readonly kind: "around"; readonly of: readonly string[]; readonly meters: number }
  /** Each party is held to its own zone; picked by who acted. */
  | { readonly kind: "per-party"; readonly zones: ReadonlyMap<string, string> };

/** As one walks along a line in the order of its positions. */
export type LineSide = "left" | "right";

/** Days on which a drawing holds, half-open; null: no bound. Outside them it is unknown, never absent. */
export interface Validity {
  readonly from: Day | null;
  readonly until: Day | null;
}

/** What buffers and bands are measured from. */
export type LineDefinition =
  /** One or several stretches of at least two positions each; their order gives left and right. */
  | {
      readonly kind: "drawn";
      readonly paths: readonly (readonly Position[])[];
      readonly valid: Validity | null;
    }
  | { readonly kind: "none-agreed"; readonly says: string }
  /** Each party measures from its own line; picked by who acted. */
  | { readonly kind: "per-party"; readonly lines: ReadonlyMap<string, string> };

/** One list of objects. */
export interface Annex {
  readonly id: string;
  readonly says: string | null;
  readonly objects: readonly string[];
  readonly source: readonly string[];
}

/** One object a text, an annex or a register names. Null: not said. */
export interface ObjectDefinition {
  readonly id: string;
  readonly kinds: readonly string[];
  /** Names under which records may mention it, its id apart. */
  readonly names: readonly string[];
  readonly function: string | null;
  readonly side: Slot<string> | null;
  readonly controlledBy: Slot<string> | null;
  /** Where it stands; the true place lies within `radiusMeters` of the point. */
  readonly place: { readonly center: Position; readonly radiusMeters: number } | null;
}

/** `is` names parents; an open edge (`?x` in the file) is the question `<id>-in-<x>`. */
export interface VocabularyNode {
  readonly id: string;
  readonly is: readonly VocabularyEdge[];
  /** Per language (en, uk, ru). */
  readonly labels: Readonly<Record<string, string>>;
}

/** One parent of a node; open when texts dispute it. */
export interface VocabularyEdge {
  readonly to: string;
  readonly open: boolean;
}

/** What a text leaves open, with every answer anybody gave. */
export interface Question {
  readonly id: string;
  readonly asks: string;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** One answer and who holds it. */
export interface Answer {
  readonly id: string;
  readonly value: AnswerValue;
  readonly held: readonly Holding[];
  /** False: kept for the record, never one of the possible answers. */
  readonly live: boolean;
  readonly note: string | null;
  /** The quoted article of a literate file that stands right before it. */
  readonly text: string | null;
}

/** One party's words for an answer; `since` defaults to the day its source was published. */
export interface Holding {
  readonly by: string;
  readonly since: Day | null;
  readonly until: Day | null;
  readonly source: string | null;
  readonly quote: string | null;
  readonly gist: string | null;
}

/** The single value key of an answer is its sort: it may stand in slots of the same sort only. */
export type AnswerValue =
  | { readonly sort: "act"; readonly value: readonly string[] }
  | { readonly sort: "targets"; readonly value: readonly Target[] }
  | { readonly sort: "means"; readonly value: readonly string[] }
  | { readonly sort: "where"; readonly value: Where }
  | { readonly sort: "from"; readonly value: PeriodStart }
  | { readonly sort: "until"; readonly value: TimePoint }
  | { readonly sort: "for"; readonly value: Duration }
  | { readonly sort: "extension"; readonly value: Extension }
  | { readonly sort: "on-breach"; readonly value: OnBreach }
  | { readonly sort: "in-force"; readonly value: InForce }
  | { readonly sort: "applies"; readonly value: boolean }
  | { readonly sort: "unless"; readonly value: readonly string[] }
  | { readonly sort: "by"; readonly value: readonly string[] }
  | { readonly sort: "against"; readonly value: Against }
  /** Whose an object is. */
  | { readonly sort: "side"; readonly value: string };

/** What a question asks for. */
export type Sort = AnswerValue["sort"];

/** What a clause does. */
export type Effect = "prohibit" | "permit" | "require";

/** One rule. A null slot means the text does not restrict that dimension (`act` null = use-of-force). */
export interface Clause {
  readonly id: string;
  readonly effect: Effect;
  readonly by: Slot<readonly string[]>;
  readonly against: Slot<Against> | null;
  readonly act: Slot<readonly string[]> | null;
  readonly targets: Slot<readonly Target[]> | null;
  readonly means: Slot<readonly string[]> | null;
  /** Millimetres; null: of any calibre. */
  readonly calibre: CalibreBand | null;
  readonly where: Slot<Where> | null;
  /** Permits only: flags that must all hold. */
  readonly when: readonly string[];
  readonly from: Slot<PeriodStart> | null;
  readonly until: Slot<TimePoint> | null;
  readonly for: Slot<Duration> | null;
  readonly inForce: Slot<InForce> | null;
  readonly extension: Slot<Extension> | null;
  readonly applies: Slot<boolean> | null;
  readonly onBreach: Slot<OnBreach> | null;
  /** Permits that defeat this clause. */
  readonly unless: Slot<readonly string[]> | null;
  /** Clauses that this one defeats. */
  readonly overrides: readonly string[];
  /** Require only: by when; null: no deadline. */
  readonly due: Due | null;
  /** Require only: what fulfils it; null: the text names nothing. */
  readonly fulfilledBy: Fulfilment | null;
  readonly source: readonly string[];
  readonly text: string | null;
  readonly note: string | null;
}

/** A point in time, or so long after the obligation began. */
export type Due = TimePoint | { readonly kind: "after"; readonly length: Duration };

/** Events that must all have come: for all who are bound together, or for each party its own. */
export type Fulfilment =
  | { readonly kind: "together"; readonly events: readonly string[] }
  | { readonly kind: "each"; readonly parties: ReadonlyMap<string, readonly string[]> };

/**
 * A kind, alone or with facets (function, side, controlled-by, listed-in) that must fit; or whatever lies `near` objects of some
 * kinds. A facet that a question answers stands under its name with `-question` (`side-question`).
 */
export interface Target {
  readonly kind: string;
  readonly facets: Readonly<Record<string, string>>;
  /** Nearness decides, whatever was hit; then `kind` is `object` and there are no facets. */
  readonly near?: Nearness;
}

/** Within so many metres of an object of one of these kinds: weaker evidence than a reported kind, and labelled so. */
export interface Nearness {
  readonly meters: number;
  readonly of: readonly string[];
}

/** `from` millimetres and more, less than `below`; null: no bound. */
export interface CalibreBand {
  readonly from: number;
  readonly below: number | null;
}

/** All given parts must hold; `outside`: the target lies outside. Zone ids. */
export interface Where {
  readonly target: string | null;
  readonly origin: string | null;
  readonly either: string | null;
  readonly outside: string | null;
}

/** Whose objects: anybody's (the default), the other side's, or those of named parties. */
export type Against = "any" | "opponent" | readonly string[];

/** `on`: the first instant of that local day; `at`: a wall-clock time. */
export type TimePoint =
  | { readonly kind: "on"; readonly day: Day; readonly zone: ZoneChoice }
  /** `wall` is `YYYY-MM-DDTHH:MM`. */
  | { readonly kind: "at"; readonly wall: string; readonly zone: ZoneChoice };

/** One zone is stated; several or `unknown` are possibilities, one per text world. */
export type ZoneChoice =
  | { readonly kind: "zones"; readonly names: readonly string[] }
  | { readonly kind: "offset"; readonly minutes: number }
  | { readonly kind: "unknown" };

/** A point in time, or an event whose time the record tells. */
export type PeriodStart = TimePoint | { readonly kind: "event"; readonly event: string };

/** How long. */
export type Duration =
  /** Calendar days in the zone of the start. */
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "elapsed"; readonly milliseconds: number };

/** Whether a period runs on. */
export type Extension =
  | { readonly kind: "none" }
  /** Only with `extension-agreed` in the record. */
  | { readonly kind: "agreed" }
  /** The same period again unless notice was given `noticeBy` before its end. */
  | { readonly kind: "automatic"; readonly for: Duration; readonly noticeBy: Duration | null };

/** What a breach does to the other side's duty. */
export type OnBreach =
  | { readonly kind: "none" }
  | { readonly kind: "automatic" }
  /** A right: with notice it starts at the party's own notice, without, at its first contrary act after the breach. */
  | { readonly kind: "power"; readonly notice: boolean };

/** Event ids that must all have come before the clause is in force; empty: at once. */
export interface InForce {
  readonly after: readonly string[];
}

/** An article kept without a rule. */
export interface Provision {
  readonly id: string;
  readonly text: string;
  readonly source: readonly string[];
}

/** A choice of answers. A question that is not taken stays open; several taken answers mean "one of these". */
export interface Reading {
  readonly id: string;
  /** Who holds it; null = nobody. */
  readonly by: string | null;
  /** Question id (or open edge `k-in-x`) -> answer ids, sorted. */
  readonly take: ReadonlyMap<string, readonly string[]>;
  /** Counterfactual: event -> when it is assumed to have come. */
  readonly assume: ReadonlyMap<string, TimePoint>;
  readonly note: string | null;
}
