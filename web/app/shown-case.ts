// The case of the address outside of its screens: for what lies over them, such as the palette.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { caseQuery } from "../source/queries.ts";
import type { CaseAnswer } from "../source/record-source.ts";
import { useLanguage } from "./language.tsx";
import { namesOf } from "./names.ts";
import type { Names } from "./names.ts";

/** Null where no case is shown, or not yet. */
export function useShownCase(): { readonly card: CaseAnswer; readonly names: Names } | null {
  const { i18n } = useLingui();
  const { language } = useLanguage();
  const { case: caseId } = useParams({ strict: false });
  const { data } = useQuery({ ...caseQuery(caseId ?? ""), enabled: caseId !== undefined });
  return data === undefined ? null : { card: data, names: namesOf(data, language, i18n) };
}
