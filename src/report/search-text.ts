// Text as a search compares it: lower case, without accents, single spaces.

/** `Charków` and `charkow` are one word; Cyrillic letters such as й keep their marks. */
export function searchText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Script=Cyrillic}]+/gu, (other) => other.normalize("NFD").replace(/\p{M}/gu, ""))
    .replace(/\s+/g, " ")
    .trim();
}
