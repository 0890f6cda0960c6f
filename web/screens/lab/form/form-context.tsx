// What every field of the form needs: the text, the way to change it, and what its names may be.
import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import type { DraftForm } from "../../../../src/report/draft-form.ts";
import type { TermsEdit } from "../../../../src/terms/edit-terms.ts";

interface FormContext {
  readonly form: DraftForm;
  readonly edit: (edits: readonly TermsEdit[]) => void;
}

const Form = createContext<FormContext | null>(null);

/** Gives a form to its fields. */
export function FormProvider({ children, ...value }: FormContext & { children: ReactNode }) {
  return <Form value={value}>{children}</Form>;
}

/** The form at hand. Throws outside of one: a fault of ours. */
export function useFormContext(): FormContext {
  const context = useContext(Form);
  if (context === null) throw new Error("useFormContext was called outside of a form");
  return context;
}
