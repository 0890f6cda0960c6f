// The data behind the page as files: totals, words, and each two readings compared, asked with the page's own keys.
import { useLingui } from "@lingui/react";
import { PRICE_KEYS, printView } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { printSearch, questionQuery } from "../../app/url.ts";
import { TwinLink } from "../../parts/twin-link.tsx";
import type { PriceParts } from "./cards.tsx";
import { PopoverButton } from "./lazy-parts.tsx";
import styles from "./data-menu.module.css";

interface DataFile {
  readonly text: string;
  readonly name: "price" | "readings" | "compare";
  readonly query: string;
}

/** A button that opens the list of files. */
export function DataMenu(parts: PriceParts) {
  const { i18n } = useLingui();
  const files = useFiles(parts);
  return (
    <PopoverButton
      label={i18n._("data.title", {}, { message: "Data of this page" })}
      placement="bottom end"
      styles={styles}
      renderDialog={() => (
        <ul className={styles.files}>
          {files.map((file) => (
            <FileRow key={`${file.name}${file.query}`} file={file} />
          ))}
        </ul>
      )}
    >
      {i18n._("data.button", {}, { message: "Data" })} <span aria-hidden="true">▾</span>
    </PopoverButton>
  );
}

function FileRow({ file: { text, name, query } }: { file: DataFile }) {
  const { card } = useCase();
  return (
    <li>
      <span>{text}</span>
      {(["csv", "json"] as const).map((kind) => (
        <TwinLink key={kind} caseId={card.id} file={`${name}.${kind}`} query={query} of={text} />
      ))}
    </li>
  );
}

/** A pair that is chosen stands alone; else every two that the page compares. */
function useFiles({ answer, cards, view }: PriceParts): readonly DataFile[] {
  const { i18n } = useLingui();
  const shortOf = (id: string) => cards.find(({ card }) => card.reading === id)?.short ?? id;
  const chosen = answer.pairs.filter(({ a, b }) => view.pair?.includes(a) && view.pair.includes(b));
  const pairs = chosen.length > 0 ? chosen : answer.pairs;
  const asked = printView(view).filter(([key]) => PRICE_KEYS.some((known) => known === key));
  const over = asked.filter(([key]) => key !== "r");
  return [
    {
      text: i18n._("data.price", {}, { message: "Totals of each reading" }),
      name: "price",
      query: questionQuery(view, PRICE_KEYS),
    },
    {
      text: i18n._("data.readings", {}, { message: "Words of each reading, and who says so" }),
      name: "readings",
      query: questionQuery(view, ["r", "q", "hold"]),
    },
    ...pairs.map(({ a, b }): DataFile => ({
      text: i18n._(
        "data.compare",
        { a: shortOf(a), b: shortOf(b) },
        { message: "Compared, cause by cause: {a} and {b}" },
      ),
      name: "compare",
      query: printSearch({ a, b, ...Object.fromEntries(over) }),
    })),
  ];
}
