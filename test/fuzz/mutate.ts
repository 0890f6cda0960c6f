// Damage to a file, drawn from a seed: what disks, editors, copy and paste and ill will do to bytes, characters, lines and blocks.

/** Gives numbers in [0, 1). */
export type Random = () => number;

/** A whole number in [0, below). */
export function below(random: Random, count: number): number {
  return Math.floor(random() * count);
}

export function oneOf<T>(random: Random, items: readonly [T, ...T[]]): T {
  return items[below(random, items.length)] ?? items[0];
}

type Mutation = (text: string, random: Random) => string;

/** One kind of damage in half of the cases, else up to four, one after the other. */
export function mutate(text: string, random: Random): string {
  let damaged = text;
  const times = random() < 0.5 ? 1 : 2 + below(random, 3);
  for (let i = 0; i < times; i++) damaged = oneOf(random, MUTATIONS)(damaged, random);
  return damaged;
}

const HOSTILE_WORDS = [
  ...[
    "\u0000",
    "\u0007",
    "\u001b[31m",
    "\u202e",
    "\u2066",
    "\u200b",
    "\ufeff",
    "\u2028",
    "\u0085",
    "\ud800",
    "\udfff",
  ],
  ...[
    "&a ",
    "*a",
    "!x ",
    "!!str ",
    "!<tag:x> ",
    "<<: ",
    "%YAML 1.1\n---\n",
    "\n---\n",
    "\n...\n",
    "? ",
    "- ",
    "|\n",
    ">-\n",
  ],
  ...[
    "999999999999999999999",
    "1e400",
    "-0",
    "0x7fffffffffffffff",
    ".nan",
    ".inf",
    "P99999999D",
    "PT0.0000001S",
    "9999-12-31",
  ],
  ...[
    "0000-00-00",
    "2025-03-30T03:30",
    "+99:99",
    "Europe/Nowhere",
    "null",
    "~",
    "true",
    "[]",
    "{}",
    '""',
    "''",
    "__proto__: 1\n",
  ],
  ...[
    "constructor",
    "toString",
    "hasOwnProperty",
    "\t",
    "\r",
    "\r\n",
    "#",
    ":",
    ",",
    "```",
    "\n```terms\n",
    "\n> ",
    "`",
    '"',
    "'",
  ],
] as const;

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  flipBit,
  insertWord,
  replaceScalar,
  swapScalars,
  cut,
  truncate,
  duplicateLines,
  moveLines,
  dropLines,
  indentLine,
  nest,
  (text) => text.replaceAll("\n", "\r\n"),
  (text) => `\ufeff${text}`,
  aliasBomb,
  renameKey,
  growNumber,
  repeatWord,
];

function flipBit(text: string, random: Random): string {
  const at = below(random, text.length + 1);
  const flipped = text.charCodeAt(at) ^ (1 << below(random, 8));
  return Number.isNaN(text.charCodeAt(at))
    ? text
    : text.slice(0, at) + String.fromCharCode(flipped) + text.slice(at + 1);
}

function insertWord(text: string, random: Random): string {
  const at = below(random, text.length + 1);
  return text.slice(0, at) + oneOf(random, HOSTILE_WORDS) + text.slice(at);
}

const SCALAR = /[A-Za-z0-9][A-Za-z0-9.+:-]*/g;

function scalarAt(text: string, random: Random): { readonly from: number; readonly word: string } {
  const start = below(random, text.length + 1);
  const [match] = text.slice(start, start + 400).matchAll(SCALAR);
  return { from: start + (match?.index ?? 0), word: match?.[0] ?? "" };
}

function replaceScalar(text: string, random: Random): string {
  const { from, word } = scalarAt(text, random);
  return text.slice(0, from) + oneOf(random, HOSTILE_WORDS) + text.slice(from + word.length);
}

function swapScalars(text: string, random: Random): string {
  const [a, b] = [scalarAt(text, random), scalarAt(text, random)];
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  const between = first.from + first.word.length;
  if (between > second.from) return text;
  return (
    text.slice(0, first.from) +
    second.word +
    text.slice(between, second.from) +
    first.word +
    text.slice(second.from + second.word.length)
  );
}

function cut(text: string, random: Random): string {
  const from = below(random, text.length + 1);
  return text.slice(0, from) + text.slice(from + below(random, 80));
}

function truncate(text: string, random: Random): string {
  return text.slice(0, below(random, text.length + 1));
}

/** A run of up to 12 lines and what lies around it. */
function lineRun(text: string, random: Random) {
  const lines = text.split("\n");
  const from = below(random, lines.length);
  const count = 1 + below(random, 12);
  return {
    before: lines.slice(0, from),
    run: lines.slice(from, from + count),
    after: lines.slice(from + count),
  };
}

function duplicateLines(text: string, random: Random): string {
  const { before, run, after } = lineRun(text, random);
  return [...before, ...run, ...run, ...after].join("\n");
}

function moveLines(text: string, random: Random): string {
  const { before, run, after } = lineRun(text, random);
  const rest = [...before, ...after];
  const to = below(random, rest.length + 1);
  return [...rest.slice(0, to), ...run, ...rest.slice(to)].join("\n");
}

function dropLines(text: string, random: Random): string {
  const { before, after } = lineRun(text, random);
  return [...before, ...after].join("\n");
}

function indentLine(text: string, random: Random): string {
  const { before, run, after } = lineRun(text, random);
  const [first = "", ...rest] = run;
  const moved = random() < 0.5 ? `  ${first}` : first.replace(/^ {1,2}/, "");
  return [...before, moved, ...rest, ...after].join("\n");
}

function nest(text: string, random: Random): string {
  const { from, word } = scalarAt(text, random);
  const depth = oneOf(random, [3, 17, 101, 2_000]);
  const [open, close] = oneOf<readonly [string, string]>(random, [
    ["[", "]"],
    ["{a: ", "}"],
    ["- ", ""],
  ]);
  const inner = open.repeat(depth) + word + close.repeat(random() < 0.8 ? depth : 0);
  return text.slice(0, from) + inner + text.slice(from + word.length);
}

function aliasBomb(text: string, random: Random): string {
  const { before, run, after } = lineRun(text, random);
  const bomb = [..."abcdef"].map(
    (name, i) => `${name}: &${name} [${i === 0 ? "x" : `*${"abcdef"[i - 1]},`.repeat(9)}]`,
  );
  return [...before, ...bomb, ...run, ...after].join("\n");
}

function renameKey(text: string, random: Random): string {
  const keys = [...text.matchAll(/^\s*([\w-]+):/gm)].map((match) => match[1] ?? "");
  const first = keys[below(random, keys.length)];
  const other = keys[below(random, keys.length)];
  return first === undefined ? text : text.replaceAll(`${first}:`, `${other}:`);
}

function growNumber(text: string, random: Random): string {
  const at = below(random, text.length + 1);
  return (
    text.slice(0, at) +
    text.slice(at).replace(/\d+/, (digits) => digits + "9".repeat(1 + below(random, 25)))
  );
}

function repeatWord(text: string, random: Random): string {
  const { from, word } = scalarAt(text, random);
  const joint = oneOf(random, ["", " ", ", ", "\n"]);
  return text.slice(0, from) + `${word}${joint}`.repeat(1 + below(random, 300)) + text.slice(from);
}
