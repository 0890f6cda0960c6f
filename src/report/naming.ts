// What the words of a text are called in one language, by the case around it: for the plain-language view of the text.
import type { Case } from "../case/case.ts";
import type { Instrument } from "../terms/ast.ts";
import type { Naming } from "../terms/prose/values.ts";
import { vocabulary } from "../terms/vocabulary.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";

/** Names in the language asked for, those of the text's own vocabularies among them. */
export function namingOf(theCase: Case, instrument: Instrument, lang: Naming["lang"]): Naming {
  const words = (base: Vocabulary, own: Instrument["kinds"]): Vocabulary =>
    vocabulary([...base.nodes.values(), ...own.values()]);
  return {
    lang,
    instrument,
    kinds: words(theCase.kinds, instrument.kinds),
    means: words(theCase.means, instrument.means),
    acts: words(theCase.acts, instrument.acts),
    party: (id) => {
      const labels = theCase.settings.parties.get(id);
      return labels?.[lang] ?? labels?.en ?? id;
    },
  };
}
