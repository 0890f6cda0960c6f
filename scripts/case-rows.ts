// The rows of the collected case files as their README describes them; read by build-case.ts and its parts.

export interface SourceRow {
  readonly id: string;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly outletSide: string;
  readonly published: string | null;
  readonly title: string;
}

export interface Range {
  readonly low: number | null;
  readonly high: number | null;
}

export interface IncidentRow {
  readonly id: string;
  readonly day: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly place: string;
  readonly placeUk?: string | null;
  readonly placeRu?: string | null;
  readonly admin1: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly object: string | null;
  readonly targetKinds: readonly string[];
  readonly means: readonly string[];
  readonly attribution: readonly {
    readonly by: string;
    readonly says: string;
    readonly source: string;
  }[];
  readonly casualties: readonly {
    readonly asOf: string | null;
    readonly asOfDay?: string;
    readonly killed: Range | null;
    readonly injured: Range | null;
    readonly children: { readonly killed: number | null; readonly injured: number | null };
    readonly source: string;
  }[];
  readonly measures?: readonly {
    readonly asOf: string | null;
    readonly what: string;
    readonly value: number;
    readonly source: string;
  }[];
  readonly effects: string | null;
  readonly claims: readonly {
    readonly by: string;
    readonly text: string;
    readonly source: string;
  }[];
  readonly sources: readonly string[];
  readonly aggregate?: boolean;
  readonly dayAssumed?: boolean;
  readonly note: string | null;
}

export interface StatementRow {
  readonly id: string;
  readonly said: string | null;
  readonly speaker: string;
  readonly role: string | null;
  readonly party: string;
  readonly to: string | null;
  readonly via: readonly string[];
  readonly issue: string;
  readonly kind: string;
  readonly gist: string;
  readonly stance: string | null;
  readonly stanceKey: string | null;
  readonly disputes: readonly string[];
  readonly source: string;
  readonly reported: string | null;
  readonly instrument: string | null;
  readonly note?: string;
}

export interface StanceRow {
  readonly issue: string;
  readonly key: string;
  readonly means: string;
  readonly rank: number | null;
}

export interface MeetingRow {
  readonly id: string;
  readonly track: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly day: string | null;
  readonly place: string | null;
  readonly participants: readonly { readonly party: string; readonly names: readonly string[] }[];
  readonly format: string;
  readonly agenda: readonly string[];
  readonly outcome: string | null;
  readonly sources: readonly string[];
  readonly note?: string;
}

export interface InstrumentRow {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly proposedBy: string;
  readonly day: string;
  readonly statusByParty: readonly {
    readonly party: string;
    readonly status: string;
    readonly day: string | null;
    readonly source: string;
  }[];
  readonly terms: readonly {
    readonly about: string;
    readonly party: string;
    readonly gist: string;
    readonly keyWords: string | null;
    readonly source: string;
  }[];
  readonly sources: readonly string[];
  readonly note: string | null;
}

export interface Count {
  readonly id: string;
  readonly day: string;
  readonly by: string;
  readonly period: string;
  readonly unit: string;
  readonly violations: Range;
  readonly ofParty: string;
  readonly source: string;
  readonly note?: string;
}
