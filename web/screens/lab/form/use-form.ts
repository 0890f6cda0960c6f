// The form's half of an editor: the text as a form shows it, and changes made in it, one after the other, each to the newest text.
// INVARIANT: a change is made to the text that stands in the editor when its turn comes, never to an older one.
import { useEffect, useRef, useState } from "react";
import type { DraftForm } from "../../../../src/report/draft-form.ts";
import type { TermsEdit } from "../../../../src/terms/edit-terms.ts";
import type { LabWork } from "../../../source/lab.ts";

export interface FormState {
  /** Of the last text without errors; null before there is one. */
  readonly form: DraftForm | null;
  /** The last change could not be made in the words of the file. */
  readonly isRefused: boolean;
  readonly edit: (edits: readonly TermsEdit[]) => void;
}

interface FormOptions {
  /** Name of the file, which says how it is read. */
  readonly name: string;
  readonly text: string;
  readonly change: (text: string) => void;
  readonly work: LabWork;
}

/** Asks the worker for the form of every text, and to make the changes. */
export function useForm({ name, text, change, work }: FormOptions): FormState {
  const [form, setForm] = useState<DraftForm | null>(null);
  const [isRefused, setIsRefused] = useState(false);
  const newest = useRef({ text, change });
  const turn = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    newest.current = { text, change };
  }, [text, change]);
  useEffect(() => {
    let isOn = true;
    void work.ask({ kind: "form", draft: { name, text } }).then((reply) => {
      if (isOn && reply.kind === "form" && reply.form !== null) setForm(reply.form);
    });
    return () => {
      isOn = false;
    };
  }, [name, text, work]);
  const make = async (edits: readonly TermsEdit[]): Promise<void> => {
    const before = newest.current.text;
    const reply = await work.ask({ kind: "edit", draft: { name, text: before }, edits });
    if (reply.kind !== "edit") return;
    if (newest.current.text !== before) {
      await make(edits);
      return;
    }
    setIsRefused(reply.text === null);
    if (reply.text === null || reply.text === before) return;
    newest.current = { ...newest.current, text: reply.text };
    newest.current.change(reply.text);
  };
  const edit = (edits: readonly TermsEdit[]) => {
    turn.current = turn.current.then(() => make(edits));
  };
  return { form, isRefused, edit };
}
