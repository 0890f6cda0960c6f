// A file that the page made, given to the browser to keep.

/** Saves it under that name. The address lives until the browser has taken it. */
export function handFile(file: Blob, name: string): void {
  const href = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
