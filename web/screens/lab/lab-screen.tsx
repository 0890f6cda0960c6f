// What-if lab: change a text and see at once what it would cover, showing it to nobody.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { LabDraft } from "../../../src/report/lab.ts";
import type { TemplateWords } from "../../../src/terms/templates.ts";
import { useCase } from "../../app/case-frame.tsx";
import { screenName } from "../../app/screens.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { createLab } from "../../source/lab.ts";
import type { LabWork } from "../../source/lab.ts";
import { SourceError } from "../../source/record-source.ts";
import { templateWords } from "./form/template-words.ts";
import { LabView } from "./lab-view.tsx";
import { StartChooser } from "./start-chooser.tsx";
import { isShared, parseFragment } from "./text-link.ts";
import styles from "./lab.module.css";

const route = getRouteApi("/c/$case/lab");

/** The screen at /c/<case>/lab. */
export function LabScreen() {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { start } = route.useSearch();
  const hash = useLocation({ select: (location) => location.hash });
  const from = start ?? (isShared(`#${hash}`) ? `#${hash}` : undefined);
  const title = screenName(i18n, "/c/$case/lab");
  useTitle(`${title} · ${card.title}`);
  return (
    <>
      <div className={styles.title}>
        <h1>{title}</h1>
        <p className={styles.badge}>
          {i18n._("lab.only-here", {}, { message: "Only on this device" })}
        </p>
        <p>
          {i18n._(
            "lab.question",
            {},
            { message: "What would another wording cover? The text never leaves this page." },
          )}
        </p>
      </div>
      {from === undefined ? <StartChooser /> : <Started key={from} start={from} />}
    </>
  );
}

/** Two workers: one for figures, which nothing may hold up, and one for what takes longer. They live as long as the screen is shown. */
function Started({ start }: { start: string }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const [work] = useState(() => createLab(card.id));
  const [slow] = useState(() => createLab(card.id));
  useEffect(
    () => () => {
      work.close();
      slow.close();
    },
    [work, slow],
  );
  const { data, error, refetch } = useQuery({
    queryKey: ["lab", card.id, start],
    queryFn: () => draftOf([work, slow], start, templateWords(i18n)),
    retry: 1,
  });
  if (error !== null) {
    return (
      <>
        <ErrorPanel error={error} retry={() => void refetch()} />
        <StartChooser />
      </>
    );
  }
  if (data === undefined) return <Skeleton lines={16} />;
  if (data.draft === null) {
    const message = i18n._(
      "lab.no-start",
      { start },
      { message: "There is no text “{start}” here." },
    );
    return (
      <>
        <ErrorPanel error={new Error(message)} />
        <StartChooser />
      </>
    );
  }
  return (
    <LabView from={isShared(start) ? "link" : start} start={data.draft} work={work} slow={slow} />
  );
}

/** Where the draft starts. Every worker has the case when this is done: nothing is asked for while somebody edits. */
async function draftOf(
  works: readonly LabWork[],
  start: string,
  words: TemplateWords,
): Promise<{ draft: LabDraft | null }> {
  const shared = isShared(start);
  const asked = { kind: "start", start: shared ? "blank" : start, words } as const;
  const replies = await Promise.all(works.map((work) => work.ask(asked)));
  const fault = replies.find(({ kind }) => kind === "fault");
  if (fault?.kind === "fault") throw new SourceError({ message: fault.message, status: null });
  if (shared) return { draft: await parseFragment(start) };
  const [reply] = replies;
  if (reply?.kind === "start")
    return { draft: reply.text === null ? null : { ...reply.text, period: {} } };
  throw new SourceError({ message: "the question was overtaken by another", status: null });
}
