// Files that nobody wrote in good faith: each with the path it takes in a case, and the code that has to be told. Sizes by `share`:
// 1 is the whole thing (npm run check:garbage), less is quick enough for npm test.

export interface Hostile {
  readonly name: string;
  readonly path: string;
  readonly code: string;
  readonly make: (share: number) => string;
}

const TEXT = "terms/hostile.terms.yaml";
const LITERATE = "terms/hostile.terms.md";
const KINDS = "kinds.yaml";
const ZONES = "zones/hostile.geojson";
const ROWS = "record/incidents.yaml";
const SCENARIOS = "scenarios/hostile.scenarios.yaml";

const MILLION = 1_000_000;
/** One that fills a text of 1 MiB. */
const FULL = 1_048_000;

export const HOSTILE: readonly Hostile[] = [
  { name: "a text over its limit", path: TEXT, code: "T801", make: () => "x".repeat(1_048_577) },
  {
    name: "lists in lists in lists, never closed",
    path: TEXT,
    code: "T801",
    make: (share) => "[".repeat(share * FULL),
  },
  {
    name: "10,000 lists, closed",
    path: TEXT,
    code: "T801",
    make: () => `a: ${"[".repeat(10_000)}${"]".repeat(10_000)}`,
  },
  {
    name: "10,000 maps, closed",
    path: TEXT,
    code: "T801",
    make: () => "{a: ".repeat(10_000) + "}".repeat(10_000),
  },
  {
    name: "dashes on one line",
    path: TEXT,
    code: "T801",
    make: (share) => "- ".repeat((share * FULL) / 2),
  },
  {
    name: "keys of keys",
    path: TEXT,
    code: "T801",
    make: (share) => "? ".repeat((share * FULL) / 2),
  },
  { name: "maps by indentation", path: TEXT, code: "T801", make: () => indented(1_400) },
  {
    name: "an alias bomb",
    path: TEXT,
    code: "T104",
    make: () =>
      [...Array(20).keys()].map((i) => `a${i}: &a${i} [${`*a${i - 1}, `.repeat(10)}]`).join("\n"),
  },
  {
    name: "anchors",
    path: TEXT,
    code: "T104",
    make: (share) => "- &b x\n".repeat((share * FULL) / 14),
  },
  {
    name: "tags on one line",
    path: TEXT,
    code: "T104",
    make: (share) => `[${"!b x,".repeat((share * FULL) / 10)}]`,
  },
  {
    name: "merge keys",
    path: TEXT,
    code: "T104",
    make: (share) => "<<: {}\n".repeat((share * FULL) / 14),
  },
  {
    name: "a million commas",
    path: TEXT,
    code: "T801",
    make: () => `[${",".repeat(MILLION)}`,
  },
  {
    name: "half a million commas",
    path: TEXT,
    code: "T105",
    make: (share) => `[${",".repeat((share * MILLION) / 2)}`,
  },
  { name: "quotes", path: TEXT, code: "T105", make: (share) => '"'.repeat(share * FULL) },
  {
    name: "unknown fields",
    path: TEXT,
    code: "T101",
    make: (share) => lines(share * 80_000, (i) => `k${i}: 1`),
  },
  {
    name: "one field again and again",
    path: TEXT,
    code: "T103",
    make: (share) => "a: 1\n".repeat(share * 80_000),
  },
  { name: "documents", path: TEXT, code: "T104", make: (share) => "---\n".repeat(share * 190_000) },
  { name: "an exclamation", path: TEXT, code: "T105", make: (share) => "!".repeat(share * FULL) },
  {
    name: "a line of a megabyte",
    path: TEXT,
    code: "T101",
    make: (share) => `a: ${"x".repeat(share * FULL)}`,
  },
  {
    name: "a key of a megabyte",
    path: TEXT,
    code: "T105",
    make: (share) => `${"kindz".repeat((share * FULL) / 5)}: 1`,
  },
  {
    name: "control characters",
    path: TEXT,
    code: "T101",
    make: () => "\u0000\u0007\u001b[31m\u202e\u2066\ud800\u2028: 1\r\n\ufeff\u0085b: \u0008\n",
  },
  {
    name: "too many clauses",
    path: TEXT,
    code: "T801",
    make: () => withSection("clauses", 2_001, (i) => `c${i}: {effect: prohibit, by: [north]}`),
  },
  {
    name: "too many kinds of its own",
    path: TEXT,
    code: "T801",
    make: () => withSection("kinds", 5_001, (i) => `k${i}: {is: [energy], label: {en: x}}`),
  },
  {
    name: "kinds of its own in a circle",
    path: TEXT,
    code: "T211",
    make: () =>
      withSection("kinds", 4_000, (i) => `k${i}: {is: [k${(i + 1) % 4_000}], label: {en: x}}`),
  },
  {
    name: "too many answers",
    path: TEXT,
    code: "T801",
    make: () =>
      withSection(
        "questions",
        1,
        () => `q: {asks: x, answers: {${lines(2_001, (i) => `a${i}: {targets: [energy]},`)}}}`,
      ),
  },
  {
    name: "kinds in one circle of 20,000",
    path: KINDS,
    code: "T801",
    make: () => kinds(20_000, (i) => `[k${(i + 1) % 20_000}]`),
  },
  {
    name: "kinds in one circle of 5,000",
    path: KINDS,
    code: "T211",
    make: () => kinds(5_000, (i) => `[k${(i + 1) % 5_000}]`),
  },
  {
    name: "kinds, each of each",
    path: KINDS,
    code: "T211",
    make: () => kinds(300, () => `[${[...Array(300).keys()].map((i) => `k${i}`).join(",")}]`),
  },
  {
    name: "fences, never closed",
    path: LITERATE,
    code: "T105",
    make: (share) => "```terms\n".repeat(share * 100_000),
  },
  {
    name: "blocks",
    path: LITERATE,
    code: "T101",
    make: (share) => "```terms\na: 1\n```\n".repeat(share * 50_000),
  },
  {
    name: "tags in blocks",
    path: LITERATE,
    code: "T104",
    make: (share) => `\`\`\`terms\n[${"!b x,".repeat((share * FULL) / 12)}]\n\`\`\`\n`.repeat(1),
  },
  {
    name: "a scribble of a million edges",
    path: ZONES,
    code: "T401",
    make: (share) =>
      zone(
        ring(share * MILLION, (i) => [
          30 + ((i * 7_919) % 1_000_003) / 1e5,
          40 + ((i * 104_729) % 1_000_033) / 1e5,
        ]),
      ),
  },
  {
    name: "a million slanting edges side by side",
    path: ZONES,
    code: "T401",
    make: (share) =>
      zone(
        ring(share * MILLION, (i) =>
          i % 2 === 1 ? [30 + i / 5e5, 40 + i / 1e7] : [35 + i / 5e5, 42 + i / 1e7],
        ),
      ),
  },
  {
    name: "a million features",
    path: ZONES,
    code: "C801",
    make: (share) =>
      JSON.stringify({
        type: "FeatureCollection",
        features: Array(Math.max(100_001, share * MILLION)).fill(1),
      }),
  },
  {
    name: "JSON in JSON, never closed",
    path: ZONES,
    code: "C105",
    make: (share) => "[".repeat(share * MILLION),
  },
  {
    name: "JSON in JSON, closed",
    path: ZONES,
    code: "C105",
    make: () => '{"a":'.repeat(10_000) + "1" + "}".repeat(10_000),
  },
  {
    name: "a million rows that are none",
    path: ROWS,
    code: "C105",
    make: (share) => "- a\n".repeat(share * MILLION),
  },
  {
    name: "one row of two megabytes",
    path: ROWS,
    code: "C801",
    make: () => `- [${"a,".repeat(MILLION + 50_000)}`,
  },
  {
    name: "scenarios of nothing",
    path: SCENARIOS,
    code: "S105",
    make: (share) =>
      `truceline: scenarios/1\nterms: river-truce\nscenarios:\n${"- a\n".repeat(share * 110_000)}`,
  },
];

/** A sound outline that must be taken: a coast of so many positions. */
export function coast(positions: number): string {
  const radius = (i: number) => 5 + Math.sin(i / 100) / 5 + ((i * 7_919) % 101) / 1e6;
  return zone(
    ring(positions, (i) => {
      const angle = (2 * Math.PI * i) / positions;
      return [30 + radius(i) * Math.cos(angle), 50 + radius(i) * Math.sin(angle)];
    }),
  );
}

function ring(count: number, at: (index: number) => readonly [number, number]) {
  const positions = Array.from({ length: count }, (_, index) => at(index));
  return [...positions, positions[0]];
}

function zone(coordinates: unknown): string {
  const geometry = { type: "Polygon", coordinates: [coordinates] };
  const feature = { type: "Feature", id: "z", properties: {}, geometry };
  return JSON.stringify({
    type: "FeatureCollection",
    source: "made up",
    licence: "none",
    features: [feature],
  });
}

function kinds(count: number, is: (index: number) => string): string {
  const rows = lines(count, (i) => `  k${i}: {is: ${is(i)}, label: {en: x}}`);
  return `truceline: kinds/1\nkinds:\n${rows}\n`;
}

function withSection(section: string, count: number, row: (index: number) => string): string {
  const head = "truceline: terms/1\nid: hostile\ntitle: x\nparties: [north, south]";
  return `${head}\n${section}:\n${lines(count, (i) => `  ${row(i)}`)}\n`;
}

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

function indented(levels: number): string {
  return lines(levels, (level) => `${" ".repeat(level)}a:`);
}
