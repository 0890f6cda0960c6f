// What-if lab: change a text and see at once what it would cover, showing it to nobody.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { screenName } from "../../app/screens.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { createLab } from "../../source/lab.ts";
import type { LabWork } from "../../source/lab.ts";
import { SourceError } from "../../source/record-source.ts";
import { LabView } from "./lab-view.tsx";
import { StartChooser } from "./start-chooser.tsx";
import styles from "./lab.module.css";

const route = getRouteApi("/c/$case/lab");

/** The screen at /c/<case>/lab. */
export function LabScreen() {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { start } = route.useSearch();
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
      {start === undefined ? <StartChooser /> : <Started key={start} start={start} />}
    </>
  );
}

/** One worker for as long as the screen is shown. */
function Started({ start }: { start: string }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const [work] = useState(() => createLab(card.id));
  useEffect(() => () => work.close(), [work]);
  const { data, error, refetch } = useQuery({
    queryKey: ["lab", card.id, start],
    queryFn: () => textOf(work, start),
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
  if (data.text === null) {
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
  return <LabView text={data.text} work={work} />;
}

async function textOf(work: LabWork, start: string) {
  const reply = await work.ask({ kind: "start", start });
  if (reply.kind === "start") return { text: reply.text };
  const message = reply.kind === "fault" ? reply.message : "the question was overtaken by another";
  throw new SourceError({ message, status: null });
}
