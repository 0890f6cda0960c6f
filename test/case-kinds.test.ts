// The taxonomy of the shipped case (REFERENCE 6): whole, acyclic, labelled, and with a kind for every working code of the case files.
import { describe, expect, test } from "vitest";
import { KIND_OF_CODE } from "../scripts/case-incidents.ts";
import { cycles } from "../src/terms/vocabulary.ts";
import type { Vocabulary } from "../src/terms/vocabulary.ts";
import { theCase } from "./case-files.ts";

const graphs: readonly (readonly [string, Vocabulary, root: string])[] = [
  ["kinds", theCase.kinds, "object"],
  ["means", theCase.means, "means"],
  ["acts", theCase.acts, "act"],
];

const CODES =
  "residential power-line industry other transformer power-grid-unspecified substation pipeline-gas unknown school military railway hospital refinery gas-metering rail-power gas-storage oil-pumping telecom water gas-production oil-depot airfield heating-plant pipeline-oil port ship power-plant-thermal".split(
    " ",
  );
const MEANS = ["drone", "artillery", "unknown", "missile", "bomb", "fpv-drone", "sabotage"];

const isKnown = (graph: Vocabulary, name: string) =>
  name === "unknown" || graph.nodes.has(name) || graph.leaves.includes(name);

describe.each(graphs)("%s", (_name, graph, root) => {
  test("every node is reachable from the root, and none is its own ancestor", () => {
    expect(cycles(graph.nodes)).toEqual([]);
    const lost = [...graph.nodes.keys()].filter(
      (id) =>
        id !== root &&
        graph.leaves.every(
          (leaf) =>
            graph.membership(leaf, root).kind !== "in" || graph.membership(leaf, id).kind === "out",
        ),
    );
    expect(lost).toEqual([]);
  });

  test("every node has a label in every language of the interface", () => {
    const mute = [...graph.nodes.values()].filter(({ labels }) =>
      ["en", "uk", "ru"].some((language) => labels[language] === undefined),
    );
    expect(mute.map(({ id }) => id)).toEqual([]);
  });
});

describe("kinds", () => {
  test("every working code of the case files and every means has its id", () => {
    const kinds = CODES.map((code) => KIND_OF_CODE[code] ?? code).filter(
      (id) => !isKnown(theCase.kinds, id),
    );
    const means = MEANS.filter((id) => !isKnown(theCase.means, id));
    expect([kinds, means]).toEqual([[], []]);
  });

  test("what is political is a question, not data", () => {
    expect([...theCase.kinds.openEdges.keys()].sort()).toEqual(
      [
        ...["administration", "agriculture", "culture", "education", "health", "industry"].map(
          (id) => `${id}-in-infrastructure`,
        ),
        ...["residential", "telecom", "water"].map((id) => `${id}-in-infrastructure`),
        "coal-in-energy",
        "energy-machine-building-in-energy",
        "defence-plant-in-industry",
        "military-port-in-port",
        "fuel-station-in-oil",
        "heat-and-power-plant-in-heat",
        "hydro-dam-in-water",
        "lng-terminal-in-port",
        "oil-terminal-in-port",
        "traction-power-in-power-grid",
      ].sort(),
    );
  });

  test("naming every known child does not cover the parent", () => {
    expect(theCase.kinds.leaves).toEqual(
      expect.arrayContaining(["power.other", "energy.other", "object.other", "railway.other"]),
    );
  });

  test("a leaf stands for itself, the rest of a kind too", () => {
    expect(theCase.kinds.below("object.other")).toEqual(["object.other"]);
    expect(theCase.kinds.below("school")).toEqual(["school"]);
    expect(theCase.kinds.below("heat")).toEqual(["heat-network", "heat.other", "heating-plant"]);
  });

  test("an attempt is a use of force, and whether it is a strike is a question of the text", () => {
    expect(theCase.acts.membership("attempt", "use-of-force").kind).toBe("in");
    expect(theCase.acts.membership("attempt", "strike")).toEqual({
      kind: "open",
      paths: [["attempt-in-strike"]],
    });
  });
});
