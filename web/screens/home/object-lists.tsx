// Whose lists of objects a case holds: how many, how old, under which licence, what is not in them, and which texts ask for nearness to them.
import { useLingui } from "@lingui/react";
import type { HomeAnswer } from "../../source/record-source.ts";

type ObjectList = HomeAnswer["lists"][number];

/** A list's own words stay in the language of the case. */
export function ObjectLists({ lists }: { lists: HomeAnswer["lists"] }) {
  const { i18n } = useLingui();
  if (lists.length === 0)
    return <>{i18n._("home.lists.none", {}, { message: "this case lists no objects" })}</>;
  return (
    <ul>
      {lists.map((list) => (
        <li key={list.file}>
          <details>
            <summary>
              <span lang="en">{nameOf(list)}</span> ({list.objects})
            </summary>
            <ListWords list={list} />
          </details>
        </li>
      ))}
    </ul>
  );
}

/** `objects/ports.csv` is the list of ports. */
function nameOf({ file }: ObjectList): string {
  return (file.split("/").at(-1) ?? file).replace(/\.[a-z]+$/, "").replaceAll("-", " ");
}

function ListWords({ list }: { list: ObjectList }) {
  const { i18n } = useLingui();
  const { kinds, source, licence, attribution, asOf, listedBy, leftOut, askedBy } = list;
  const texts = askedBy.join(", ");
  return (
    <>
      <p lang="en">
        {source}. {licence}. {attribution}
      </p>
      <p lang="en">{kinds.map(({ kind, objects }) => `${kind} ${objects}`).join(", ")}.</p>
      <p>
        {asOf === "unknown"
          ? i18n._(
              "home.list.undated",
              { listedBy },
              { message: "Listed by {listedBy}; the list gives no day." },
            )
          : i18n._(
              "home.list.as-of",
              { listedBy, asOf },
              { message: "Listed by {listedBy} as of {asOf}." },
            )}
      </p>
      <p>
        {askedBy.length === 0
          ? i18n._(
              "home.list.unasked",
              {},
              {
                message:
                  "No text here asks how near anything was to these, so no verdict hangs on the list.",
              },
            )
          : i18n._(
              "home.list.asked",
              { texts },
              {
                message:
                  "Nearness to these is asked by {texts}. It is weaker evidence than a reported kind.",
              },
            )}
      </p>
      {leftOut !== null && (
        <p>
          {i18n._("home.list.left-out", {}, { message: "Not in it:" })}{" "}
          <span lang="en">{leftOut}</span>
        </p>
      )}
    </>
  );
}
