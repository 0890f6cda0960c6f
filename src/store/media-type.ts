// The media type of a file by its first bytes, not by its name: a name is what somebody said.

/** Bytes at an offset that only files of that type have. */
const SIGNS: readonly (readonly [type: string, at: number, bytes: string])[] = [
  ["application/pdf", 0, "%PDF-"],
  ["image/png", 0, "\x89PNG\r\n\x1a\n"],
  ["image/jpeg", 0, "\xff\xd8\xff"],
  ["image/gif", 0, "GIF8"],
  ["image/webp", 8, "WEBP"],
  ["image/tiff", 0, "II*\0"],
  ["image/tiff", 0, "MM\0*"],
  ["image/heic", 4, "ftypheic"],
  ["video/quicktime", 4, "ftypqt"],
  ["video/mp4", 4, "ftyp"],
  ["video/webm", 0, "\x1aE\xdf\xa3"],
  ["video/x-msvideo", 8, "AVI "],
  ["audio/wav", 8, "WAVE"],
  ["audio/ogg", 0, "OggS"],
  ["audio/mpeg", 0, "ID3"],
  ["audio/flac", 0, "fLaC"],
  ["application/zip", 0, "PK\x03\x04"],
  ["application/gzip", 0, "\x1f\x8b"],
];

/** `text/plain` for what is UTF-8 without control characters, `application/octet-stream` for what nothing here knows. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 64)).toString("latin1");
  const known = SIGNS.find(([, at, sign]) => head.startsWith(sign, at));
  if (known !== undefined) return known[0];
  return isText(bytes.subarray(0, 65_536)) ? "text/plain" : "application/octet-stream";
}

/** A beginning may end within a character: then it is text as far as it goes. */
function isText(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes, { stream: true });
  return !/[\0-\x08\x0e-\x1f\ufffd]/.test(text);
}
