// Routes of incidents: the judged list, one incident, and why each reading answers as it does.
import { explainIncident } from "../assess/index.ts";
import { parseIncidentId } from "../model/id.ts";
import type { IncidentId } from "../model/id.ts";
import { incidentPage } from "../report/incident.ts";
import type { Asked, Endpoint } from "./endpoint.ts";
import { notFound, notUnderstood, reply } from "./endpoint.ts";
import { LIST_QUERY_KEYS, listOf, listQuestion } from "./list-question.ts";
import { unknownName } from "./question.ts";
import { EXPLAIN_ANSWER, INCIDENT_ANSWER } from "./schemas.ts";
import { INCIDENTS_ANSWER } from "./schema-lists.ts";

export const INCIDENT_ENDPOINTS: readonly Endpoint[] = [
  {
    path: "/c/{case}/incidents.json",
    summary: "Incidents with their verdicts",
    description: "By day and id; whole-night totals are listed and marked.",
    keys: LIST_QUERY_KEYS,
    schema: INCIDENTS_ANSWER,
    handle: answerIncidents,
  },
  {
    path: "/c/{case}/i/{incident}.json",
    summary: "One incident",
    description:
      "Facts, claims, casualty and measure series, sources, talks on record of its days, and every reading's verdict.",
    keys: ["asof", "hold"],
    schema: INCIDENT_ANSWER,
    handle: (asked) => withIncident(asked, answerIncident),
  },
  {
    path: "/c/{case}/i/{incident}/explain.json",
    summary: "Why a reading answers as it does",
    description: "The trace, why, why not, what would settle it, and each answer's verdict.",
    keys: ["reading", "asof", "hold"],
    schema: EXPLAIN_ANSWER,
    handle: (asked) => withIncident(asked, answerExplanation),
  },
];

function withIncident(asked: Asked, answer: (asked: Asked, id: IncidentId) => Response): Response {
  const given = asked.parameters["incident"] ?? "";
  const id = parseIncidentId(given);
  const { incidents } = asked.served.theCase;
  if (id === null || !incidents.some((incident) => incident.id === id)) {
    const ids = incidents.map((incident) => incident.id);
    return notFound("no incident of that id is on record", [unknownName("incident", given, ids)]);
  }
  return answer(asked, id);
}

function answerIncidents(asked: Asked): Response {
  const { question, problems } = listQuestion(asked);
  if (question === null) return notUnderstood(problems);
  const { text, of, sort } = question;
  return reply(asked, {
    format: "truceline/incidents/1",
    question: asked.question,
    subject: JSON.stringify([text, of, sort]),
    schema: INCIDENTS_ANSWER,
    make: () => listOf(asked, question),
  });
}

function answerIncident(asked: Asked, id: IncidentId): Response {
  const page = incidentPage(asked.served.theCase, id, asked.served.assessed(asked.question));
  if (page === null) return notFound("nothing was known of that incident by then");
  return reply(asked, {
    format: "truceline/incident/1",
    question: asked.question,
    subject: id,
    schema: INCIDENT_ANSWER,
    make: () => page,
  });
}

function answerExplanation(asked: Asked, id: IncidentId): Response {
  const { theCase } = asked.served;
  const { readings: known, ...over } = asked.question;
  const given = asked.query.get("reading");
  const wanted = given === null ? known : known.filter((reading) => reading === given);
  if (given !== null && wanted.length === 0) {
    return notUnderstood([unknownName("reading", given, known)]);
  }
  return reply(asked, {
    format: "truceline/explain/1",
    question: { ...asked.question, readings: wanted },
    subject: id,
    schema: EXPLAIN_ANSWER,
    make: () => ({
      items: wanted.map((reading) => explainIncident(theCase, { ...over, incident: id, reading })),
    }),
  });
}
