// What a command may know of the world it prints to. main.ts makes the real one; tests make one that remembers.

/** Languages that people may read (CLI). */
export const LANGUAGES = ["en", "ru", "uk"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Terminal {
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress, problems, how to go on. */
  readonly err: (text: string) => void;
  /** Columns to fill; 80 when the output is not a terminal. */
  readonly columns: number;
  /** Never the only bearer of a meaning. */
  readonly colour: boolean;
}

/** Text weights; each gives the text back unchanged where there is no colour. */
export interface Style {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

export function styleFor(terminal: Pick<Terminal, "colour">): Style {
  const sgr = (on: number, off: number) => (text: string) =>
    terminal.colour ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return { strong: sgr(1, 22), faint: sgr(2, 22) };
}
