// Every address worth opening, by the state its screen says it is in: what is on record, empty, wrong, not yet known.
const REAL = "/c/ukraine-2025";
const FOUR = "energy/RU,energy/UA,energy/US-18-march,energy/US-25-march";

/** Addresses where the real case and the example are served, each with the `data-ready` of its screen. */
export const ROUTES: readonly (readonly [path: string, ready: string])[] = [
  ["/", "cases"],
  ["/nowhere", "not-found"],
  ["/c/nowhere/price", "not-found"],
  [REAL, "case-home"],
  ["/c/example", "case-home"],
  [`${REAL}/price`, "chooser"],
  [`${REAL}/price?r=energy/NOBODY`, "error"],
  [`${REAL}/price?r=${FOUR}&hold=on-breach:bound`, "price"],
  [`${REAL}/price?r=energy/RU,energy/UA&word=targets&pair=energy/RU,energy/UA`, "price"],
  [`${REAL}/price?r=black-sea,unconditional/text`, "price"],
  [`${REAL}/price?r=easter/RU,easter/UA&from=2026-01-01&until=2026-01-02`, "price"],
  [`${REAL}/price?r=energy&kindd=1`, "price"],
  [`${REAL}/price?q=energy/scope&hold=on-breach:bound`, "price"],
  [`${REAL}/price?q=energy/start&unit=casualties&sort=width`, "price"],
  [`${REAL}/price?q=energy/scope&window=in-force&unit=days`, "price"],
  [`${REAL}/price?r=easter/RU,easter/UA&window=in-force&unit=objects`, "price"],
  [`${REAL}/price?q=energy/scop`, "error"],
  [`${REAL}/incidents`, "incidents"],
  [`${REAL}/incidents?r=energy/RU,energy/UA&sel=inc-077&f=party:UA&sort=-place`, "incidents"],
  [`${REAL}/incidents?r=energy&text=no-such-word&f=kind:port`, "incidents"],
  [`${REAL}/i/inc-077`, "incident"],
  [`${REAL}/i/inc-077?why=energy/US-25-march`, "why"],
  [`${REAL}/i/inc-077?asof=2025-03-20T00:00Z`, "not-yet-known"],
  [`${REAL}/i/inc-077?asof=2025-03-26T00:00Z&hold=on-breach:bound&why=energy/RU`, "why"],
  [`${REAL}/i/inc-none`, "not-found"],
  [`${REAL}/lab`, "lab-start"],
  ["/c/example/price?r=river-truce", "price"],
  [`${REAL}/terms`, "terms"],
  [`${REAL}/terms/energy`, "text"],
  [`${REAL}/terms/black-sea`, "text"],
  [`${REAL}/terms/nothing`, "not-found"],
  ["/c/example/terms/river-truce", "text"],
];
