// Routes of incidents: the judged list, one incident, and why each reading answers as it does.
import { explainIncident } from "../../assess/index.ts";
import { parseIncidentId } from "../../model/id.ts";
import type { IncidentId } from "../../model/id.ts";
import { incidentHistory } from "../history.ts";
import { incidentPage } from "../incident.ts";
import { LIST_QUERY_KEYS } from "../list-view.ts";
import { setAsidePage } from "../set-aside.ts";
import type { SetAsidePage } from "../set-aside.ts";
import { notFound, notUnderstood, reply } from "./answer.ts";
import type { Answer, Asked, Route } from "./answer.ts";
import { listOf, listQuestion } from "./list-question.ts";
import { unknownName } from "./question.ts";

export const INCIDENTS_ROUTE: Route = {
  path: "/c/{case}/incidents.json",
  keys: LIST_QUERY_KEYS,
  answer: answerIncidents,
};

export const INCIDENT_ROUTE: Route = {
  path: "/c/{case}/i/{incident}.json",
  keys: ["asof", "hold"],
  answer: (asked) => answerAside(asked) ?? withIncident(asked, answerIncident),
};

export const EXPLAIN_ROUTE: Route = {
  path: "/c/{case}/i/{incident}/explain.json",
  keys: ["reading", "asof", "hold"],
  answer: (asked) => refuseAside(asked) ?? withIncident(asked, answerExplanation),
};

function withIncident(asked: Asked, answer: (asked: Asked, id: IncidentId) => Answer): Answer {
  const given = asked.parameters["incident"] ?? "";
  const id = parseIncidentId(given);
  const { incidents } = asked.ready.theCase;
  if (id === null || !incidents.some((incident) => incident.id === id)) {
    const ids = incidents.map((incident) => incident.id);
    return notFound("no incident of that id is on record", [unknownName("incident", given, ids)]);
  }
  return answer(asked, id);
}

/** An incident that was rejected, merged away or withdrawn still has its page; what was known of it by then is its history's to say. */
function answerAside(asked: Asked): Answer | null {
  const id = asked.parameters["incident"] ?? "";
  const page = asideOf(asked, id);
  if (page === null) return null;
  if (!isRecordedBy(asked, id)) return notFound(UNKNOWN_THEN);
  return reply(asked, {
    format: "truceline/set-aside/1",
    question: asked.question,
    subject: id,
    make: () => page,
  });
}

function refuseAside(asked: Asked): Answer | null {
  const id = asked.parameters["incident"] ?? "";
  const page = asideOf(asked, id);
  if (page === null) return null;
  return notFound(
    `"${id}" is on record and counts in no figure (${page.setAside}), so no reading judges it`,
  );
}

function asideOf({ ready }: Asked, id: string): SetAsidePage | null {
  const { theCase, recorded } = ready;
  if (theCase.incidents.some((incident) => incident.id === id)) return null;
  return setAsidePage(theCase, recorded.state(), id);
}

function isRecordedBy({ ready, question: { asOf } }: Asked, id: string): boolean {
  const { theCase, recorded } = ready;
  const history = incidentHistory(theCase, recorded, { id, asOf: asOf ?? null });
  return history !== null;
}

const UNKNOWN_THEN = "nothing was known of that incident by then";

function isKnown({ ready, question }: Asked, id: IncidentId): boolean {
  return ready.assessed(question).rows.some(({ incident }) => incident.id === id);
}

function answerIncidents(asked: Asked): Answer {
  const { question, problems } = listQuestion(asked);
  if (question === null) return notUnderstood(problems);
  const { text, state, of, bbox, differ, sort } = question;
  return reply(asked, {
    format: "truceline/incidents/1",
    question: asked.question,
    subject: JSON.stringify([text, state, of, bbox, differ, sort]),
    make: () => listOf(asked, question),
  });
}

function answerIncident(asked: Asked, id: IncidentId): Answer {
  const page = incidentPage(asked.ready.theCase, id, asked.ready.assessed(asked.question));
  if (page === null) return notFound(UNKNOWN_THEN);
  return reply(asked, {
    format: "truceline/incident/1",
    question: asked.question,
    subject: id,
    make: () => page,
  });
}

function answerExplanation(asked: Asked, id: IncidentId): Answer {
  const { theCase } = asked.ready;
  const { readings: known, ...over } = asked.question;
  if (over.asOf !== undefined && !isKnown(asked, id)) return notFound(UNKNOWN_THEN);
  const given = asked.query.get("reading");
  const wanted = given === null ? known : known.filter((reading) => reading === given);
  if (given !== null && wanted.length === 0) {
    return notUnderstood([unknownName("reading", given, known)]);
  }
  return reply(asked, {
    format: "truceline/explain/1",
    question: { ...asked.question, readings: wanted },
    subject: id,
    make: () => ({
      items: wanted.map((reading) => explainIncident(theCase, { ...over, incident: id, reading })),
    }),
  });
}
