// What the palette offers for what was typed: groups in a fixed order, each at most a glance long.
import type { I18n } from "@lingui/core";
import type { LinkProps } from "@tanstack/react-router";
import { EMPTY_VIEW, comparisonView } from "../../src/report/view.ts";
import type { CaseAnswer, IndexAnswer } from "../source/record-source.ts";
import type { Names } from "./names.ts";
import { SCREENS, screenName } from "./screens.ts";
import { searchOf } from "./url.ts";

export interface PaletteItem {
  readonly id: string;
  readonly text: string;
  /** Printed small beside it: an id, a letter. */
  readonly more: string;
  readonly link: Pick<LinkProps, "to" | "params" | "search">;
}

export interface PaletteGroup {
  readonly id: string;
  readonly heading: string;
  readonly items: readonly PaletteItem[];
}

interface PaletteOptions {
  readonly card: CaseAnswer;
  readonly names: Names;
  readonly i18n: I18n;
  readonly incidents: IndexAnswer["items"];
  readonly typed: string;
}

/** Shown of one group at once; typing on narrows. */
const SHOWN = 12;

/** Groups with a match, in the order screens, comparisons, readings, incidents. Every word typed must occur. */
export function paletteGroups(options: PaletteOptions): readonly PaletteGroup[] {
  const { i18n, typed } = options;
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const groups: readonly PaletteGroup[] = [
    {
      id: "screens",
      heading: i18n._("shell.screens", {}, { message: "Screens" }),
      items: screens(options),
    },
    {
      id: "comparisons",
      heading: i18n._("chooser.prepared", {}, { message: "Prepared comparisons" }),
      items: comparisons(options),
    },
    {
      id: "readings",
      heading: i18n._("chooser.readings", {}, { message: "Readings" }),
      items: readings(options),
    },
    {
      id: "incidents",
      heading: i18n._("home.incidents", {}, { message: "Incidents" }),
      items: incidents(options),
    },
  ];
  return groups
    .map((group) => ({ ...group, items: matching(group.items, words).slice(0, SHOWN) }))
    .filter(({ items }) => items.length > 0);
}

function matching(items: readonly PaletteItem[], words: readonly string[]) {
  return items.filter(({ text, more }) => {
    const whole = `${text} ${more}`.toLocaleLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

function screens({ card, i18n }: PaletteOptions): readonly PaletteItem[] {
  const params = { case: card.id };
  return SCREENS.map(({ key, to }) => ({
    id: `screen ${to}`,
    text: screenName(i18n, to),
    more: `g ${key}`,
    link: { to, params },
  }));
}

function comparisons({ card }: PaletteOptions): readonly PaletteItem[] {
  return card.comparisons.map(({ title, readings: ids, hold }) => ({
    id: `comparison ${title}`,
    text: title,
    more: "",
    link: priceLink(card.id, comparisonView(ids, Object.entries(hold))),
  }));
}

function readings({ card, names, i18n }: PaletteOptions): readonly PaletteItem[] {
  const titles = new Map(card.instruments.map(({ id, title }) => [id, title]));
  const nobody = i18n._("card.nobody", {}, { message: "Held by nobody" });
  return card.readings.map(({ id, instrument, holder }) => ({
    id: `reading ${id}`,
    text: `${titles.get(instrument) ?? instrument}: ${holder === null ? nobody : names.party(holder)}`,
    more: id,
    link: priceLink(card.id, { ...EMPTY_VIEW, readings: [id] }),
  }));
}

function incidents({ card, names, incidents: lines }: PaletteOptions): readonly PaletteItem[] {
  return lines.map(({ id, day, place, things }) => ({
    id: `incident ${id}`,
    text: `${names.place(place)}, ${names.day(day)}: ${names.things(things)}`,
    more: `${id} ${day}`,
    link: { to: "/c/$case/i/$incident", params: { case: card.id, incident: id } },
  }));
}

function priceLink(caseId: string, view: Parameters<typeof searchOf>[0]): PaletteItem["link"] {
  return { to: "/c/$case/price", params: { case: caseId }, search: searchOf(view) };
}
