// What can be compared on the page of a text: its readings, the answers to each of its questions, and other texts.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import { readingName } from "../../app/reading-name.ts";
import type { TextAnswer } from "../../source/record-source.ts";

export interface SideGroup {
  readonly heading: string;
  readonly sides: readonly { readonly name: string; readonly text: string }[];
}

/** Readings by shown name, earlier versions by day, answers in the order of the text, other texts by title. */
export function useSideGroups(text: TextAnswer): readonly SideGroup[] {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const readingsOf = (instrument: string) => {
    const among = card.readings
      .filter((one) => one.instrument === instrument)
      .map(({ id, holder }) => ({ reading: id, holder }));
    return among
      .map((one) => ({
        name: one.reading,
        text: named(readingName(one, among, names), one.reading),
      }))
      .sort((a, b) => names.compare(a.text, b.text));
  };
  const whole = (id: string, title: string) => ({
    name: id,
    text: i18n._("diff.whole", { title }, { message: "{title}, nothing answered" }),
  });
  const earlier = text.versions.slice(0, -1).map(({ name, dated }) => ({
    name,
    text: i18n._(
      "diff.version",
      { day: dated === null ? name : names.day(dated) },
      { message: "version of {day}, nothing answered" },
    ),
  }));
  const others = card.instruments
    .filter(({ id }) => id !== text.id)
    .sort((a, b) => names.compare(a.title, b.title));
  const groups = [
    {
      heading: i18n._("chooser.readings", {}, { message: "Readings" }),
      sides: [...readingsOf(text.id), whole(text.id, text.title)],
    },
    {
      heading: i18n._("diff.versions", {}, { message: "Earlier versions" }),
      sides: earlier,
    },
    ...text.questions.map(({ question, asks, answers }) => ({
      heading: asks,
      sides: answers.map(({ id }) => ({ name: `${text.id}/${question}=${id}`, text: id })),
    })),
    ...others.map(({ id, title }) => ({
      heading: title,
      sides: [...readingsOf(id), whole(id, title)],
    })),
  ];
  return groups.filter(({ sides }) => sides.length > 0);
}

function named(name: string, id: string): string {
  return name === id ? id : `${name} (${id})`;
}
