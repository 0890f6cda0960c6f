// One incident in a line: day, place, what. It leads to the incident's own page, and whatever else shows that incident is lit meanwhile.
import { Link } from "@tanstack/react-router";
import type { Day } from "../../src/model/instant.ts";
import type { View } from "../../src/report/view.ts";
import { useCase } from "../app/case-frame.tsx";
import type { Names } from "../app/names.ts";
import { searchOf } from "../app/url.ts";
import type { Pointed } from "./pointed.ts";

interface PointingLinkProps {
  readonly row: {
    readonly id: string;
    readonly day: Day;
    readonly place: Parameters<Names["place"]>[0];
    readonly things: Parameters<Names["things"]>[0];
  };
  readonly view: View;
  readonly pointed: Pointed;
}

/** For screens of a case. */
export function PointingLink({ row, view, pointed }: PointingLinkProps) {
  const { names, card } = useCase();
  return (
    <Link
      to="/c/$case/i/$incident"
      params={{ case: card.id, incident: row.id }}
      search={searchOf(view)}
      onFocus={() => pointed.point(row.id)}
      onBlur={() => pointed.point(null)}
      onMouseEnter={() => pointed.point(row.id)}
      onMouseLeave={() => pointed.point(null)}
    >
      {names.day(row.day, "short")}, {names.place(row.place)}: {names.things(row.things)}
    </Link>
  );
}
