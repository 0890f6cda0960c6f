// What all screens of a case share: its card, loaded once, and the names of things in the chosen language.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useParams } from "@tanstack/react-router";
import { createContext, useContext, useMemo } from "react";
import { ErrorPanel } from "../parts/error-panel.tsx";
import { Skeleton } from "../parts/skeleton.tsx";
import { SourceError } from "../source/record-source.ts";
import type { CaseAnswer } from "../source/record-source.ts";
import { caseQuery } from "../source/queries.ts";
import { NotFound } from "../screens/home/not-found.tsx";
import { useLanguage } from "./language.tsx";
import { namesOf } from "./names.ts";
import type { Names } from "./names.ts";

interface CaseContext {
  readonly card: CaseAnswer;
  readonly names: Names;
}

const Frame = createContext<CaseContext | null>(null);

/** Loads the case's card, then shows the screen. */
export function CaseFrame() {
  const { i18n } = useLingui();
  const { case: caseId } = useParams({ strict: false });
  const { data, error, isError, refetch } = useQuery(caseQuery(caseId ?? ""));
  const { language } = useLanguage();
  const frame = useMemo(
    () => (data === undefined ? null : { card: data, names: namesOf(data, language, i18n) }),
    [data, language, i18n],
  );
  if (isError) {
    const unknown = error instanceof SourceError && error.status === 404;
    return unknown ? <NotFound /> : <ErrorPanel error={error} retry={() => void refetch()} />;
  }
  if (frame === null) return <Skeleton lines={12} />;
  return (
    <Frame value={frame}>
      <Outlet />
    </Frame>
  );
}

/** The case on screen. Throws outside of CaseFrame: a fault of ours. */
export function useCase(): CaseContext {
  const frame = useContext(Frame);
  if (frame === null) throw new Error("useCase was called outside of a case's screens");
  return frame;
}
