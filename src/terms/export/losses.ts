// What neither target format has a place for: geometry, lists, flags, what stays unknown, pins. Both exports tell it alike.
import type {
  Answer,
  Clause,
  Instrument,
  LineDefinition,
  Reading,
  ZoneDefinition,
} from "../ast.ts";
import { ownNodes } from "./names.ts";
import { loss } from "./xml.ts";
import type { XmlNode } from "./xml.ts";

/** Losses of the text as a whole, in the order of its sections. */
export function textLosses(instrument: Instrument): readonly XmlNode[] {
  const { uses, timeZones, dated } = instrument;
  const pins = [uses.kinds, uses.means].flatMap((pin) => pin ?? []);
  return [
    ...(dated === null
      ? [loss("dated", "the text has no day; 0001-01-01 stands in its place")]
      : []),
    ...pins.map(({ path, sha256 }) =>
      loss("uses", `the words of ${path} (${sha256 ?? "not pinned"}) are named, not contained`),
    ),
    ...(uses.tzdata === null
      ? []
      : [loss("uses", `time zones are those of tzdata ${uses.tzdata}`)]),
    ...(timeZones.length === 0
      ? []
      : [loss("time-zones", `where a zone is unknown it is one of ${timeZones.join(", ")}`)]),
    ...definitionLosses(instrument),
  ];
}

function definitionLosses(instrument: Instrument): readonly XmlNode[] {
  const { flags, events, zones, lines, annexes, objects, kept } = instrument;
  return [
    ...each(flags, "flags", (says) => `a fact of an incident, yes, no or unknown: ${says}`),
    ...each(
      events,
      "events",
      ({ says, unrecorded }) => `${unrecorded} while the record is silent: ${says}`,
    ),
    ...each(zones, "zones", (zone) => placeWords("zone", zone)),
    ...each(lines, "lines", (line) => placeWords("line", line)),
    ...each(annexes, "annexes", (annex) => `list of objects: ${annex.objects.join(", ")}`),
    ...each(objects, "objects", ({ kinds }) => `an object with its facets: ${kinds.join(", ")}`),
    ...vocabularyLosses(instrument),
    ...each(kept, "kept", () => "kept in the text without being judged; not exported"),
  ];
}

function placeWords(what: string, place: ZoneDefinition | LineDefinition): string {
  const said = place.kind === "none-agreed" ? `: ${place.says}` : "";
  return `the ${what} (${place.kind}) is named, its geometry is not said${said}`;
}

function vocabularyLosses(instrument: Instrument): readonly XmlNode[] {
  return ownNodes(instrument).map(([word, { id, is }]) => {
    const edges = is.map(({ to, open }) => (open ? `${to} (open)` : to)).join(", ");
    return loss(
      `${word}/${id}`,
      `is ${edges || "under nothing"}; an inner word has a rest, ".other"`,
    );
  });
}

function each<T>(
  parts: ReadonlyMap<string, T>,
  section: string,
  says: (part: T) => string,
): readonly XmlNode[] {
  return [...parts].map(([id, part]) => loss(`${section}/${id}`, says(part)));
}

/** What a clause means beyond both formats: where, release, extension. */
export function clauseLosses(clause: Clause): readonly XmlNode[] {
  const at = (part: string): string => `clauses/${clause.id}/${part}`;
  return [
    clause.where === null ? null : loss(at("where"), "zones are named; where they lie is not said"),
    clause.onBreach === null ? null : loss(at("on-breach"), RELEASE),
    clause.extension === null ? null : loss(at("extension"), EXTENSION),
    clause.due === null ? null : loss(at("due"), "met, unmet, pending or unknown is not derivable"),
  ].filter((node) => node !== null);
}

const RELEASE = "what a breach does to the other side's duty is named, not stated as a rule";
const EXTENSION = "whether the period runs on is named; the record of agreement or notice decides";

/** What an answer means beyond both formats. */
export function answerLosses(
  question: string,
  { id, value, live, held }: Answer,
): readonly XmlNode[] {
  const at = `questions/${question}/answers/${id}`;
  return [
    value.sort === "on-breach" ? loss(at, RELEASE) : null,
    value.sort === "extension" ? loss(at, EXTENSION) : null,
    value.sort === "where" ? loss(at, "zones are named; where they lie is not said") : null,
    live ? null : loss(at, "kept for the record, never one of the possible answers"),
    held.length > 0 ? null : loss(at, "nobody holds this answer"),
  ].filter((node) => node !== null);
}

/** Open questions, choices among several answers, and what a reading assumes. */
export function readingLosses(instrument: Instrument, reading: Reading): readonly XmlNode[] {
  const at = `readings/${reading.id}`;
  const open = [...instrument.questions.keys()].filter((question) => !reading.take.has(question));
  const several = [...reading.take].filter(([, answers]) => answers.length > 1);
  return [
    ...(open.length === 0
      ? []
      : [loss(at, `open under this reading, and never filled in: ${open.join(", ")}`)]),
    ...several.map(([question, answers]) =>
      loss(`${at}/take/${question}`, `one of these, not said which: ${answers.join(", ")}`),
    ),
    ...[...reading.assume.keys()].map((event) =>
      loss(`${at}/assume/${event}`, "counterfactual: the time the event is assumed to have come"),
    ),
    ...(reading.by === null ? [loss(at, "held by nobody")] : []),
  ];
}
