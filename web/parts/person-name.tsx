// A person, body or outlet by name, in the chosen language where the case has it; else as the record writes it, marked as English.
import type { Labels } from "../../src/case/case.ts";
import { useCase } from "../app/case-frame.tsx";

/** Text with its language, so that it is read aloud as what it is. */
export function PersonName({ of }: { of: Labels }) {
  const { names } = useCase();
  const own = of[names.language];
  return own === undefined ? <span lang="en">{of.en}</span> : <>{own}</>;
}
