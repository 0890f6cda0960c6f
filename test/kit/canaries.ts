// Strings that must be nowhere, and the search for them in bytes: as they are, in small letters, in base64 at each alignment, in
// hexadecimal, and as addresses write them.

/** Every spelling of a canary that bytes may hold it in. */
function spellings(canary: string): readonly string[] {
  const plain = Buffer.from(canary, "utf8");
  const shifted = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), plain]).toString("base64");
    // The first and last group hang on what stands beside: what is between is the canary's own.
    return encoded.slice(shift === 0 ? 0 : 4, -4);
  });
  return [
    canary,
    canary.toLowerCase(),
    ...shifted,
    ...shifted.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    plain.toString("hex"),
    encodeURIComponent(canary),
  ];
}

/** Names of the canaries that bytes hold in any spelling. */
export function canariesIn(
  bytes: Uint8Array | string,
  canaries: Readonly<Record<string, string>>,
): readonly string[] {
  const found = Buffer.from(bytes);
  return Object.entries(canaries)
    .filter(([, canary]) => spellings(canary).some((text) => found.includes(text)))
    .map(([name]) => name);
}
