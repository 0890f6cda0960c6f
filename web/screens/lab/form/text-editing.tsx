// One text in two skins: a form and its source, of which one is shown; narrow windows show the form alone, paper the source. Problems
// stand below and lead into the source.
import { useLingui } from "@lingui/react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useRef } from "react";
import type { ReactNode } from "react";
import type { Problem, Span } from "../../../../src/model/problem.ts";
import type { RawSearch } from "../../../app/url.ts";
import { Skeleton } from "../../../parts/skeleton.tsx";
import { usePrinting } from "../../../parts/use-printing.ts";
import type { LabWork } from "../../../source/lab.ts";
import { goTo } from "../editor-places.ts";
import { LineNumbers } from "../line-numbers.tsx";
import { Problems } from "../problems.tsx";
import { SourceEditor } from "../source-editor.tsx";
import { useForm } from "./use-form.ts";
import { useNarrow } from "./use-narrow.ts";
import styles from "./form.module.css";

// What stands beside a text is drawn before the form of it is here.
const TermsForm = lazy(() =>
  import("./terms-form.tsx").then((one) => ({ default: one.TermsForm })),
);

type Skin = "form" | "source";

interface TextEditingProps {
  /** Name of the file, which says how it is read. */
  readonly name: string;
  readonly text: string;
  /** Null while the text is being read. */
  readonly problems: readonly Problem[] | null;
  readonly change: (text: string) => void;
  readonly pin: () => void;
  readonly work: LabWork;
  /** Stands between the text and its problems. */
  readonly children?: ReactNode;
}

/** Which skin is shown is in the address (`as`). */
export function TextEditing(props: TextEditingProps) {
  const { name, text, problems, change, pin, work, children } = props;
  const [skin, show] = useSkin();
  const [isNarrow, isPrinting] = [useNarrow(), usePrinting()];
  const state = useForm({ name, text, change, work });
  const place = useRef<Span | null>(null);
  const shown = isPrinting ? "source" : isNarrow ? "form" : skin;
  useEffect(() => {
    if (shown === "source" && place.current !== null) goTo(place.current);
    place.current = null;
  }, [shown]);
  const isWrong = problems?.some(({ severity }) => severity === "error") ?? false;
  const open = (at: Span) => {
    if (shown === "source") goTo(at);
    else {
      place.current = at;
      show("source");
    }
  };
  return (
    <>
      {isNarrow ? null : <SkinSwitch skin={skin} show={show} />}
      {shown === "source" ? (
        <LineNumbers text={text}>
          <SourceEditor text={text} problems={problems ?? []} change={change} pin={pin} />
        </LineNumbers>
      ) : (
        <Suspense fallback={<Skeleton lines={12} />}>
          <TermsForm
            state={state}
            isStale={isWrong && state.form?.text !== text}
            takeBack={change}
          />
        </Suspense>
      )}
      {children}
      <Problems problems={problems} open={isNarrow ? null : open} />
    </>
  );
}

function useSkin(): readonly [Skin, (skin: Skin) => void] {
  const raw: RawSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const show = (skin: Skin) =>
    void navigate({ to: ".", search: { ...raw, as: skin }, hash: true, replace: true });
  return [raw["as"] === "source" ? "source" : "form", show];
}

function SkinSwitch({ skin, show }: { skin: Skin; show: (skin: Skin) => void }) {
  const { i18n } = useLingui();
  const names: Readonly<Record<Skin, string>> = {
    form: i18n._("form.skin.form", {}, { message: "Form" }),
    source: i18n._("form.skin.source", {}, { message: "Source" }),
  };
  return (
    <fieldset className={styles.skins}>
      <legend>{i18n._("form.skin", {}, { message: "Show the text as" })}</legend>
      {(["form", "source"] as const).map((one) => (
        <label key={one} data-on={one === skin}>
          <input type="radio" name="skin" checked={one === skin} onChange={() => show(one)} />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
}
