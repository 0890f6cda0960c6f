// The lab's worker: opens a case from its pack once, then reads and judges whatever text the editor holds. The newest text wins:
// between its steps a pass gives way to a newer one and is dropped.
import { openDesk } from "../../src/case/draft.ts";
import type { Desk } from "../../src/case/draft.ts";
import type { CaseFiles } from "../../src/case/case.ts";
import { checkDraft } from "../../src/report/draft-check.ts";
import { formOf } from "../../src/report/draft-form.ts";
import { editTerms } from "../../src/terms/edit-terms.ts";
import { startText } from "../../src/report/lab-start.ts";
import { meaningOf, tryDraft } from "../../src/report/lab.ts";
import { recheck } from "../../src/report/recheck.ts";
import { PackError, unpack } from "../../src/report/pack.ts";
import type { LabQuestion, LabReply, LabRequest } from "./lab-messages.ts";

interface OpenCase {
  readonly desk: Desk;
  readonly files: CaseFiles;
}

const opened = new Map<string, Promise<OpenCase>>();
const newest = new Map<LabQuestion["kind"], number>();

addEventListener("message", ({ data }: MessageEvent<LabRequest>) => {
  const { run, question } = data;
  newest.set(question.kind, run);
  void reply(data)
    .catch((cause: unknown): LabReply => ({ run, kind: "fault", message: String(cause) }))
    .then((message) => postMessage(message));
});

async function reply({ run, pack, question }: LabRequest): Promise<LabReply> {
  const { desk, files } = await caseOf(pack);
  await otherMessages();
  if (newest.get(question.kind) !== run) return { run, kind: "dropped" };
  switch (question.kind) {
    case "start":
      return {
        run,
        kind: "start",
        text: startText({ desk, files }, question.start, question.words),
      };
    case "try":
      return { run, kind: "try", answer: tryDraft(desk, question.draft) };
    case "check":
      return {
        run,
        kind: "check",
        check: checkDraft({ desk, files }, question.draft, question.lang),
      };
    case "meaning":
      return { run, kind: "meaning", meaning: meaningOf(desk, question.draft) };
    case "recheck": {
      const { draft, figures } = question;
      return { run, kind: "recheck", recheck: recheck(desk, draft, figures) };
    }
    case "form":
      return { run, kind: "form", form: formOf(desk, question.draft) };
    case "edit": {
      const { name, text } = question.draft;
      return { run, kind: "edit", text: editTerms(text, name, question.edits) };
    }
    default:
      return question satisfies never;
  }
}

/** Lets messages that have arrived be heard first. */
function otherMessages(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** A pack that did not come is asked for again with the next question. */
function caseOf(pack: string): Promise<OpenCase> {
  const known = opened.get(pack) ?? open(pack);
  opened.set(pack, known);
  known.catch(() => opened.delete(pack));
  return known;
}

async function open(pack: string): Promise<OpenCase> {
  const response = await fetch(pack);
  if (!response.ok) throw new Error(`the pack of this case did not come: ${response.status}`);
  const { files } = unpack(await response.text());
  const desk = openDesk(files);
  if (desk === null) throw new PackError("the case of the pack cannot be used");
  return { desk, files };
}
