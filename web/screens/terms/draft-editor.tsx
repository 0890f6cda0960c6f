// A draft of a text: its source with live problems at the left, what it means to the machine at the right. Nothing leaves the device.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { Problem } from "../../../src/model/problem.ts";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { handFile } from "../../parts/hand-file.ts";
import { Skeleton } from "../../parts/skeleton.tsx";
import { createLab } from "../../source/lab.ts";
import { readDraftOf } from "../../source/drafts.ts";
import type { KeptDraft } from "../../source/drafts.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { EarlierStates } from "../lab/earlier-states.tsx";
import { TextEditing } from "../lab/form/text-editing.tsx";
import { useStates } from "../lab/use-states.ts";
import { DraftReading } from "./draft-reading.tsx";
import { isSound, useDraft } from "./use-draft.ts";
import type { DraftState } from "./use-draft.ts";
import styles from "./draft.module.css";

/** Opens with the draft that was kept here, else with the text itself. */
export function DraftEditor({ text }: { text: TextAnswer }) {
  const { card } = useCase();
  const { data } = useQuery({
    queryKey: ["draft", card.id, text.id],
    queryFn: () => readDraftOf(card.id, text.id).catch(() => null),
    gcTime: 0,
  });
  if (data === undefined) return <Skeleton lines={18} />;
  return <Opened text={text} kept={data} />;
}

function Opened({ text, kept }: { text: TextAnswer; kept: KeptDraft | null }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const [work] = useState(() => createLab(card.id));
  useEffect(() => () => work.close(), [work]);
  const { state, change } = useDraft({
    caseId: card.id,
    id: text.id,
    name: text.file,
    original: text.text,
    version: text.version,
    first: kept?.text ?? text.text,
    lang: names.language,
    work,
  });
  const isCurrent = state.checked?.check.text === state.text;
  const states = useStates({
    caseId: card.id,
    draft: `terms/${text.id}`,
    text: state.text,
    original: text.text,
    version: isCurrent ? (state.checked?.check.reading?.version ?? null) : undefined,
  });
  const problems = isCurrent ? (state.checked?.check.problems ?? []) : null;
  return (
    <div className={styles.page} data-ready={state.checked === null ? undefined : "draft"}>
      <p className={styles.up}>
        <Link
          to="/c/$case/terms/$instrument"
          params={{ case: card.id, instrument: text.id }}
          search={{}}
          lang="en"
        >
          {text.title}
        </Link>
      </p>
      <h1>{i18n._("draft.title", { file: text.file }, { message: "Draft of {file}" })}</h1>
      <p className={styles.quiet}>
        {i18n._(
          "draft.lead",
          {},
          {
            message: "Kept only on this device, as you type; the text of the case stays as it is.",
          },
        )}
      </p>
      <Notes
        isKept={state.isKept || states.isRefused}
        isOlder={kept !== null && kept.from !== text.version}
      />
      <Ways text={text} state={state} change={change} />
      {state.fault === null ? null : <ErrorPanel error={new Error(state.fault)} />}
      <div className={styles.sides}>
        <div className={styles.side}>
          <h2>{i18n._("lab.text", {}, { message: "The text" })}</h2>
          <TextEditing
            name={text.file}
            text={state.text}
            problems={problems === null ? null : gravestFirst(problems)}
            change={change}
            pin={() => undefined}
            work={work}
          >
            <EarlierStates kept={states} text={state.text} restore={change} />
          </TextEditing>
        </div>
        <DraftReading state={state} />
      </div>
    </div>
  );
}

/** What somebody must know before going on to type. */
function Notes({ isKept, isOlder }: { isKept: boolean; isOlder: boolean }) {
  const { i18n } = useLingui();
  return (
    <>
      {isKept ? null : (
        <p role="alert">
          {i18n._(
            "draft.not-kept",
            {},
            { message: "This browser does not keep drafts: save the file before you leave." },
          )}
        </p>
      )}
      {isOlder ? (
        <p role="status">
          {i18n._(
            "draft.older",
            {},
            {
              message:
                "This draft was begun from another version of the text than the case now has.",
            },
          )}
        </p>
      ) : null}
    </>
  );
}

interface WaysProps {
  readonly text: TextAnswer;
  readonly state: DraftState;
  readonly change: (text: string) => void;
}

/** Saving is off until the text was checked as it stands and has no error. */
function Ways({ text, state, change }: WaysProps) {
  const { i18n } = useLingui();
  const { checked } = state;
  const isCurrent = checked?.check.text === state.text;
  return (
    <div className={styles.ways}>
      <button
        type="button"
        className={styles.button}
        disabled={!isSound(state)}
        onClick={() => save(state.text, text.file)}
      >
        {i18n._("draft.save", {}, { message: "Save as a file" })}
      </button>
      <button
        type="button"
        className={styles.button}
        disabled={state.text === text.text}
        onClick={() => change(text.text)}
      >
        {i18n._("draft.discard", {}, { message: "Back to the text of the case" })}
      </button>
      <span role="status" className={styles.quiet} data-checked={isCurrent}>
        {isCurrent
          ? i18n._(
              "draft.checked",
              { n: checked.check.problems.length },
              {
                message:
                  "Checked: {n, plural, =0 {nothing found} one {# finding} other {# findings}}",
              },
            )
          : i18n._("draft.checking", {}, { message: "Checking…" })}
      </span>
    </div>
  );
}

const GRAVITY = { error: 0, warning: 1, info: 2 } as const;

/** Errors on top, each weight in the order of the text. */
function gravestFirst(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

function save(text: string, name: string): void {
  handFile(new Blob([text], { type: "text/plain;charset=utf-8" }), name);
}
