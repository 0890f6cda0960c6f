// The value of a field or of an answer, by what it is a value of. What has no field of its own is said in words, and changed in the source.
import { useLingui } from "@lingui/react";
import type { AnswerValue, Plain, Sort, Target } from "../../../../src/terms/ast.ts";
import { answerValueToPlain, targetToPlain } from "../../../../src/terms/clause-to-plain.ts";
import { isPlainMap, plainKey } from "../../../../src/terms/plain.ts";
import { useCase } from "../../../app/case-frame.tsx";
import { valueText } from "../../../words/part-words.ts";
import { useFormContext } from "./form-context.tsx";
import { NamesField } from "./names-field.tsx";
import type { Choice } from "./names-field.tsx";
import { LengthField, PointField } from "./time-fields.tsx";

interface ValueFieldProps {
  readonly label: string;
  readonly value: AnswerValue;
  readonly change: (value: Plain) => void;
}

/** A fitting control. */
export function ValueField({ label, value, change }: ValueFieldProps) {
  switch (value.sort) {
    case "by":
    case "act":
    case "means":
    case "unless":
    case "targets":
    case "in-force":
      return <ListField label={label} value={value} change={change} />;
    case "for":
      return <LengthField label={label} value={value.value} change={change} />;
    case "from":
    case "until":
      return (
        <PointField
          label={label}
          value={value.value}
          mayWait={value.sort === "from"}
          change={change}
        />
      );
    case "extension":
    case "on-breach":
    case "applies":
      return <ChoiceField label={label} value={value} change={change} />;
    case "against":
    case "where":
    case "side":
      return <Said value={value} />;
    default:
      return value satisfies never;
  }
}

/** What the value says, where the form has no field for it. */
function Said({ value }: { value: AnswerValue }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { form } = useFormContext();
  return <>{valueText(value, { i18n, names, instrument: form.instrument.id })}</>;
}

type Listed = Extract<
  AnswerValue,
  { sort: "by" | "act" | "means" | "unless" | "targets" | "in-force" }
>;

function ListField({
  label,
  value,
  change,
}: {
  label: string;
  value: Listed;
  change: (value: Plain) => void;
}) {
  const { choices, nameOf } = useChoices();
  const items: readonly Plain[] =
    value.sort === "targets" ? value.value.map(targetToPlain) : namesIn(value);
  const chosen = items.map((item, index): Choice => {
    const target = value.sort === "targets" ? value.value[index] : undefined;
    return { id: plainKey(item), label: nameOf(value.sort, target ?? String(item)) };
  });
  const set = (list: readonly Plain[]) =>
    change(value.sort === "in-force" ? { after: list } : list);
  return (
    <NamesField
      label={label}
      chosen={chosen}
      choices={choices(value.sort).map((one) => ({ ...one, id: plainKey(one.id) }))}
      needsOne={value.sort !== "unless" && value.sort !== "in-force"}
      add={(key) => set([...items, JSON.parse(key) as string])}
      remove={(index) => set(items.filter((_, at) => at !== index))}
    />
  );
}

function namesIn(value: Exclude<Listed, { sort: "targets" }>): readonly string[] {
  return value.sort === "in-force" ? value.value.after : value.value;
}

/** Names that a list may hold, in the order of their labels, and how each is said. */
function useChoices() {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const { form } = useFormContext();
  const { instrument } = form;
  const nameOf = (sort: Sort, one: string | Target): string => {
    if (typeof one !== "string")
      return valueText(
        { sort: "targets", value: [one] },
        { i18n, names, instrument: instrument.id },
      );
    if (sort === "by") return names.party(one);
    if (sort === "act") return names.act(one);
    if (sort === "means") return names.means(one);
    if (sort === "targets") return names.kind(one);
    if (sort === "in-force")
      return instrument.events.get(one)?.says ?? names.says(instrument.id, one);
    return one;
  };
  const idsOf = (sort: Sort): Iterable<string> => {
    if (sort === "by") return instrument.parties;
    if (sort === "act") return [...Object.keys(card.labels.acts), ...instrument.acts.keys()];
    if (sort === "means") return [...Object.keys(card.labels.means), ...instrument.means.keys()];
    if (sort === "targets") return [...Object.keys(card.labels.kinds), ...instrument.kinds.keys()];
    if (sort === "in-force") return instrument.events.keys();
    const permits = [...instrument.clauses.values()].filter(({ effect }) => effect === "permit");
    return permits.map(({ id }) => id);
  };
  const choices = (sort: Sort): readonly Choice[] =>
    [...new Set(idsOf(sort))]
      .map((id) => ({ id, label: nameOf(sort, id) }))
      .sort((a, b) => names.compare(a.label, b.label) || names.compare(a.id, b.id));
  return { choices, nameOf };
}

type Chosen = Extract<AnswerValue, { sort: "extension" | "on-breach" | "applies" }>;

/** Ways of saying it, the first a text would commonly say first. */
const WAYS: Readonly<Record<Chosen["sort"], readonly Chosen[]>> = {
  extension: [
    { sort: "extension", value: { kind: "none" } },
    { sort: "extension", value: { kind: "agreed" } },
    {
      sort: "extension",
      value: { kind: "automatic", for: { kind: "days", days: 30 }, noticeBy: null },
    },
  ],
  "on-breach": [
    { sort: "on-breach", value: { kind: "none" } },
    { sort: "on-breach", value: { kind: "power", notice: true } },
    { sort: "on-breach", value: { kind: "power", notice: false } },
    { sort: "on-breach", value: { kind: "automatic" } },
  ],
  applies: [
    { sort: "applies", value: true },
    { sort: "applies", value: false },
  ],
};

function ChoiceField({ label, value, change }: ValueFieldProps & { readonly value: Chosen }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { form } = useFormContext();
  const isAutomatic = (one: Chosen) => one.sort === "extension" && one.value.kind === "automatic";
  const keyOf = (one: Chosen) =>
    isAutomatic(one) ? "automatic" : plainKey(answerValueToPlain(one));
  const ways = WAYS[value.sort];
  return (
    <>
      <select
        aria-label={label}
        value={keyOf(value)}
        onChange={(event) => {
          const way = ways.find((one) => keyOf(one) === event.target.value);
          if (way !== undefined) change(answerValueToPlain(way));
        }}
      >
        {ways.map((way) => (
          <option key={keyOf(way)} value={keyOf(way)}>
            {valueText(way, { i18n, names, instrument: form.instrument.id })}
          </option>
        ))}
      </select>
      {value.sort === "extension" && value.value.kind === "automatic" ? (
        <LengthField
          label={i18n._("form.extension.for", {}, { message: "Runs on for" })}
          value={value.value.for}
          change={(length) => change({ automatic: { ...automaticOf(value), for: length } })}
        />
      ) : null}
    </>
  );
}

/** What an extension that comes by itself says beside its length. */
function automaticOf(value: Chosen): { readonly [key: string]: Plain } {
  const plain = answerValueToPlain(value);
  const automatic = isPlainMap(plain) ? (plain["automatic"] ?? null) : null;
  return isPlainMap(automatic) ? automatic : {};
}
