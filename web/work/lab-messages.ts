// What the lab's page and its worker say to each other. The text never goes further than that worker.
import type { DraftCheck } from "../../src/report/draft-check.ts";
import type { LabAnswer, LabDraft, LabFigures, LabMeaning } from "../../src/report/lab.ts";
import type { Recheck } from "../../src/report/recheck.ts";
import type { LabStart } from "../../src/report/lab-start.ts";
import type { DraftText } from "../../src/case/draft.ts";
import type { DraftForm } from "../../src/report/draft-form.ts";
import type { TermsEdit } from "../../src/terms/edit-terms.ts";
import type { TemplateWords } from "../../src/terms/templates.ts";
import type { ProseLanguage } from "../../src/terms/prose/words.ts";

/** `run` comes back with the reply. A newer question of the same kind makes an older one needless. */
export interface LabRequest {
  readonly run: number;
  /** Whole address of the case's pack. */
  readonly pack: string;
  readonly question: LabQuestion;
}

export type LabQuestion =
  | { readonly kind: "start"; readonly start: LabStart; readonly words: TemplateWords }
  | { readonly kind: "try"; readonly draft: LabDraft }
  /** Checked whole, and put into plain sentences. */
  | { readonly kind: "check"; readonly draft: DraftText; readonly lang: ProseLanguage }
  | { readonly kind: "meaning"; readonly draft: LabDraft }
  /** Figures on screen, to be judged again in part by the plain judge. */
  | {
      readonly kind: "recheck";
      readonly draft: LabDraft;
      readonly figures: Pick<LabFigures, "hash" | "letters">;
    }
  /** As a form shows it. */
  | { readonly kind: "form"; readonly draft: DraftText }
  /** With what a form changed. Ask for one edit at a time: a newer question would drop it. */
  | { readonly kind: "edit"; readonly draft: DraftText; readonly edits: readonly TermsEdit[] };

export type LabReply = { readonly run: number } & (
  | { readonly kind: "start"; readonly text: DraftText | null }
  | { readonly kind: "try"; readonly answer: LabAnswer }
  | { readonly kind: "check"; readonly check: DraftCheck }
  | { readonly kind: "meaning"; readonly meaning: LabMeaning }
  | { readonly kind: "recheck"; readonly recheck: Recheck }
  /** Null for a text with an error. */
  | { readonly kind: "form"; readonly form: DraftForm | null }
  /** Null where the change cannot be made. */
  | { readonly kind: "edit"; readonly text: string | null }
  /** A newer text came first. */
  | { readonly kind: "dropped" }
  /** The pack did not come or cannot be used, or a fault of ours. */
  | { readonly kind: "fault"; readonly message: string }
);
