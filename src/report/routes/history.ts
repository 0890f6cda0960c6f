// The route of an incident's history: what the record holds of it, entry by entry.
import { incidentHistory } from "../history.ts";
import { notFound, reply } from "./answer.ts";
import type { Route } from "./answer.ts";
import { unknownName } from "./question.ts";

export const HISTORY_ROUTE: Route = {
  path: "/c/{case}/i/{incident}/history.json",
  keys: ["asof"],
  answer: (asked) => {
    const { theCase, recorded } = asked.ready;
    const id = asked.parameters["incident"] ?? "";
    const asOf = asked.question.asOf ?? null;
    const known = recorded.state().things.get(id);
    if (known?.kind !== "incident") {
      const ids = theCase.incidents.map((incident) => incident.id);
      return notFound("no incident of that id is on record", [unknownName("incident", id, ids)]);
    }
    const page = incidentHistory(theCase, recorded, { id, asOf });
    if (page === null) return notFound("nothing was known of that incident by then");
    return reply(asked, {
      format: "truceline/history/1",
      question: asked.question,
      subject: id,
      make: () => page,
    });
  },
};
