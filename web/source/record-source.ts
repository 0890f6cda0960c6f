// Where screens read from: the server, or the files of a read-only edition. Screens know only this.
import type { Explanation } from "../../src/assess/verdict.ts";
import type { CaseCard } from "../../src/report/case-card.ts";
import type { DiffPage } from "../../src/report/diff-page.ts";
import type { Envelope } from "../../src/report/envelope.ts";
import type { HomePage, IncidentIndex } from "../../src/report/home.ts";
import type { HistoryPage } from "../../src/report/history.ts";
import type { IncidentList } from "../../src/report/incident-list.ts";
import type { RecordPage } from "../../src/report/record-page.ts";
import type { IncidentPage } from "../../src/report/incident.ts";
import type { SetAsidePage } from "../../src/report/set-aside.ts";
import type { OpenPage } from "../../src/report/price-open.ts";
import type { PricePage } from "../../src/report/price.ts";
import type { ReviewPage } from "../../src/report/review.ts";
import type { SituationPage } from "../../src/report/situation.ts";
import type { TextLine, TextPage } from "../../src/report/terms-page.ts";

export type CaseAnswer = Envelope & CaseCard;
export type HomeAnswer = Envelope & HomePage;
export type IndexAnswer = Envelope & IncidentIndex;
export type PriceAnswer = Envelope & PricePage;
export type OpenAnswer = Envelope & OpenPage;
export type IncidentsAnswer = Envelope & IncidentList;
export type IncidentAnswer = Envelope & IncidentPage;
export type SetAsideAnswer = Envelope & SetAsidePage;
export type RecordAnswer = Envelope & RecordPage;
export type ReviewAnswer = Envelope & ReviewPage;
export type HistoryAnswer = Envelope & HistoryPage;
export type SituationAnswer = Envelope & SituationPage;
export type TextsAnswer = Envelope & { readonly items: readonly TextLine[] };
export type TextAnswer = Envelope & TextPage;
export type DiffAnswer = Envelope & DiffPage;
export type ExplainAnswer = Envelope & { readonly items: readonly Explanation[] };

export interface CaseListItem {
  readonly id: string;
  readonly title: string;
  /** The address it opens on. */
  readonly home: string;
}

/** All that screens ask. Each rejects with SourceError. */
export interface RecordSource {
  readonly cases: (signal: AbortSignal) => Promise<readonly CaseListItem[]>;
  readonly caseCard: (caseId: string, signal: AbortSignal) => Promise<CaseAnswer>;
  readonly home: (caseId: string, signal: AbortSignal) => Promise<HomeAnswer>;
  /** Every incident as one line, to find one by. */
  readonly index: (caseId: string, signal: AbortSignal) => Promise<IndexAnswer>;
  /** What the record holds. */
  readonly record: (caseId: string, signal: AbortSignal) => Promise<RecordAnswer>;
  /** Accounts that wait for a decision. */
  readonly review: (caseId: string, signal: AbortSignal) => Promise<ReviewAnswer>;
  readonly texts: (caseId: string, signal: AbortSignal) => Promise<TextsAnswer>;
  readonly text: (caseId: string, text: string, signal: AbortSignal) => Promise<TextAnswer>;
  /** `query` names both sides: `?a=energy/RU&b=energy/UA`. */
  readonly diff: (caseId: string, query: string, signal: AbortSignal) => Promise<DiffAnswer>;
  /** `query` as `questionQuery` prints it. */
  readonly price: (caseId: string, query: string, signal: AbortSignal) => Promise<PriceAnswer>;
  /** `query` names one reading. */
  readonly open: (caseId: string, query: string, signal: AbortSignal) => Promise<OpenAnswer>;
  /** `query` as `listQuery` prints it. */
  readonly incidents: (
    caseId: string,
    query: string,
    signal: AbortSignal,
  ) => Promise<IncidentsAnswer>;
  /** `query` with what was known and what is held, as `questionQuery` prints them. */
  /** `query` with readings, window, what was known and what is held. */
  readonly situation: (
    caseId: string,
    query: string,
    signal: AbortSignal,
  ) => Promise<SituationAnswer>;
  /** Of one that counts in no figure, its page without verdicts. */
  readonly incident: (
    options: IncidentOptions,
    signal: AbortSignal,
  ) => Promise<IncidentAnswer | SetAsideAnswer>;
  readonly history: (options: IncidentOptions, signal: AbortSignal) => Promise<HistoryAnswer>;
  readonly explain: (options: ExplainOptions, signal: AbortSignal) => Promise<ExplainAnswer>;
  /** A list as a file to keep. */
  readonly twin: (options: TwinOptions) => Twin;
}

export interface TwinOptions {
  readonly caseId: string;
  /** `incidents.csv` */
  readonly file: string;
  /** As a query string; empty for the list whole. */
  readonly query: string;
}

/** A file that lies at an address, or one that the page has to make. */
export type Twin =
  | { readonly kind: "address"; readonly href: string }
  | { readonly kind: "made"; readonly make: (signal: AbortSignal) => Promise<string> };

export interface IncidentOptions {
  readonly caseId: string;
  readonly incident: string;
  readonly query: string;
}

export interface ExplainOptions extends IncidentOptions {
  readonly reading: string;
}

/** An answer that did not come, or that said no. */
export class SourceError extends Error {
  /** HTTP status; null when the server did not answer at all. */
  readonly status: number | null;
  readonly requestId: string | null;
  readonly problems: readonly { readonly message: string; readonly help: string | null }[];

  constructor(options: {
    readonly message: string;
    readonly status: number | null;
    readonly requestId?: string | null;
    readonly problems?: SourceError["problems"];
    readonly cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.name = "SourceError";
    this.status = options.status;
    this.requestId = options.requestId ?? null;
    this.problems = options.problems ?? [];
  }
}
