// An incident as a terminal shows it: the clock that its time is told on.
import { expect, test } from "vitest";
import { loadFolder } from "../../../test/kit/load-folder.ts";
import { styleFor } from "../terminal.ts";
import { renderIncident } from "./incident.ts";

const { value: korea } = loadFolder("cases/korea-1953");

function shown(id: string): string {
  const incident = korea?.incidents.find((one) => one.id === id);
  if (korea === null || incident === undefined) throw new Error(`no incident ${id}`);
  const page = { width: 200, style: styleFor({ colour: false }), lang: "en" } as const;
  return renderIncident(incident, korea, page);
}

test("an incident is told on the case's clock, and in UTC before the rules of that clock are known", () => {
  expect(shown("cheonan-2010")).toContain("2010-03-26 21:15 +09:00");
  expect(shown("rockets-1958")).toContain("1957-12-31T15:00:00Z to 1958-02-04T15:00:00Z (UTC)");
});
