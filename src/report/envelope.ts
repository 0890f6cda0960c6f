// What every answer opens with (SERVE 2): which case, which record, which terms, which engine, what was asked.

export interface Envelope {
  /** Format name and version: `truceline/price/1`. */
  readonly format: string;
  readonly case: string;
  /** ISO instant; null = now. */
  readonly asOf: string | null;
  /** The root in base64, as checkpoints spell it; size 0 and no root while the record is kept in files alone. */
  readonly logHead: { readonly size: number; readonly root: string };
  /** `truceline 0.1.0` */
  readonly engine: string;
  /** Instrument id -> `sha256:<hex>`. */
  readonly terms: Readonly<Record<string, string>>;
  /** The question as understood, readings resolved; null where none is asked. */
  readonly question: {
    readonly readings: readonly string[];
    readonly from?: string;
    readonly until?: string;
    readonly party?: string;
    readonly kind?: string;
    readonly means?: string;
    readonly region?: string;
    readonly window?: "in-force";
    readonly hold?: Readonly<Record<string, string>>;
    readonly compared?: { readonly instrument: string; readonly question: string };
  } | null;
  /** Stands beside every total. */
  readonly caveat: string;
}
