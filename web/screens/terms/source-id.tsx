// The id of a publication, leading to its line at the foot of the page where there is one.
import { createContext, useContext } from "react";

/** Ids that the page has a line for. */
export const ListedSources = createContext<ReadonlySet<string>>(new Set());

/** A link within the page; plain where the page does not list it. */
export function SourceId({ id }: { id: string }) {
  const listed = useContext(ListedSources);
  return listed.has(id) ? (
    <a href={`#${id}`} className="mono">
      {id}
    </a>
  ) : (
    <span className="mono">{id}</span>
  );
}
