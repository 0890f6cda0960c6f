// One publication as a line: id, title, outlet, its side, day. Side is a stake, never a score.
import { useLingui } from "@lingui/react";
import { useCase } from "../app/case-frame.tsx";
import type { HomeAnswer } from "../source/record-source.ts";
import { sideName } from "./side-name.ts";

interface SourceLineProps {
  readonly source: HomeAnswer["sources"][number];
}

/** Nothing is fetched from the address; it opens only when pressed. */
export function SourceLine({ source }: SourceLineProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { id, title, outlet, outletSide, url, published } = source;
  const side = sideName(i18n, names, outletSide);
  return (
    <>
      <span className="mono">{id}</span>{" "}
      {url !== null && isWebAddress(url) ? (
        <a href={url} rel="noreferrer noopener" lang="en">
          {title}
        </a>
      ) : (
        <span lang="en">{title}</span>
      )}
      <small>
        {" "}
        {outlet}, {i18n._("source.side", { side }, { message: "side: {side}" })},{" "}
        {published === null
          ? i18n._("source.undated", {}, { message: "day of publication unknown" })
          : names.day(published)}
      </small>
    </>
  );
}

/** Records hold text from strangers: only web addresses become links. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url);
}
