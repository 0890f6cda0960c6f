// A log that changed its key twice: what a reader of any of its three keys is served, and what a liar would serve.
import type { Files } from "../../src/record/bundle/tar.ts";
import { toUtf8 } from "../../src/record/bytes/utf8.ts";
import { keyChangeText, KEYS_FILE, keysText } from "../../src/record/note/key-change.ts";
import { formatNote } from "../../src/record/note/signed-note.ts";
import type { Evidence } from "./tampers.ts";
import { bundleOf, KEY, logFiles, logKey, makeEntries, ORIGIN, signLog } from "./make-log.ts";
import type { LogKey } from "./make-log.ts";

const SIZE = 300;
const KEPT = 40;
const [SECOND, THIRD, STRANGER] = ["second", "third", "stranger"].map((one) =>
  logKey(ORIGIN, `the ${one} key`),
) as [LogKey, LogKey, LogKey];

/** What the reader of one key is shown. */
export interface KeyEvidence extends Evidence {
  readonly what: string;
  readonly vkey: string;
  readonly isHonest: boolean;
}

/** Honest for each key of the log; with a stranger's key, a note that only one of its keys signed, and none at all, not. */
export function keyEvidence(): readonly KeyEvidence[] {
  const entries = makeEntries(SIZE);
  const log = signLog(entries, THIRD);
  const held = signLog(entries.slice(0, KEPT)).signed;
  const notes = [change(KEY, SECOND, [KEY, SECOND]), change(SECOND, THIRD, [SECOND, THIRD])];
  const shown = (keyNotes: readonly string[]): Pick<Evidence, "bundle" | "log"> => ({
    bundle: bundleOf(log, [4, 61], { vkey: THIRD.vkey, keyNotes }),
    log: withKeys(logFiles(log), keyNotes),
  });
  const honest = [KEY, SECOND, THIRD].map(({ vkey }, i) => ({
    ...shown(notes),
    what: `key ${i + 1} of 3`,
    vkey,
    held,
    isHonest: true,
  }));
  const half = change(SECOND, THIRD, [THIRD]);
  const [first = ""] = notes;
  const lies = {
    "a stranger's key": notes,
    "a note of one signature": [first, half],
    "no notes": [],
  };
  return [
    ...honest,
    ...Object.entries(lies).map(([what, keyNotes]) => ({
      ...shown(keyNotes),
      what,
      vkey: what.startsWith("a stranger") ? STRANGER.vkey : KEY.vkey,
      isHonest: false,
    })),
  ];
}

function change(before: LogKey, after: LogKey, by: readonly LogKey[]): string {
  const text = keyChangeText({
    origin: ORIGIN,
    size: KEPT,
    before: before.vkey,
    after: after.vkey,
  });
  return formatNote({ text, signatures: by.map(({ line }) => line(text)) });
}

function withKeys(files: Files, notes: readonly string[]): Files {
  return new Map([...files, [KEYS_FILE, toUtf8(keysText(notes))]]);
}
