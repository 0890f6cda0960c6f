// Whose lists a case holds, and which of its texts are held against them.
import { expect, test } from "vitest";
import { filesOf } from "../../test/kit/load-folder.ts";
import { loadCase } from "../case/load-case.ts";
import { listPages } from "./object-lists.ts";

const NOTE = `truceline: objects/1
source: A list
licence: none
as-of: unknown
listed-by: Nobody
`;
const TEXT = "terms/river-truce.terms.md";

function pages(changed: (text: string) => string) {
  const files = new Map(filesOf("cases/example"));
  files.set(TEXT, changed(files.get(TEXT) ?? ""));
  files.set("objects/a.csv", "id,kind,lat,lon\na,bridge,10,20\nb,bridge,11,20\nc,market,10,20\n");
  files.set("objects/a.yaml", NOTE);
  files.set("objects/b.csv", "id,kind,lat,lon\nd,market,10,20\n");
  files.set("objects/b.yaml", NOTE);
  const { value, problems } = loadCase(files);
  if (value === null) throw new Error(JSON.stringify(problems));
  return listPages(value);
}

test("a list is counted by kind; where no text asks for nearness, none is held against it", () => {
  const [first, second] = pages((text) => text);
  expect(first).toMatchObject({ file: "objects/a.csv", objects: 3, asOf: "unknown", askedBy: [] });
  expect(first?.kinds).toEqual([
    { kind: "bridge", objects: 2 },
    { kind: "market", objects: 1 },
  ]);
  expect(second?.askedBy).toEqual([]);
});

test("a text that asks for nearness in an answer is held against the lists of such kinds alone", () => {
  const near = "targets: [{within: 3000, of: [bridge]}]";
  const lists = pages((text) => text.replace("targets: [energy, bridge]", near));
  expect(lists.map(({ askedBy }) => askedBy)).toEqual([["river-truce"], []]);
});
