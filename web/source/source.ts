// Who answers this page: chosen once, by what the page itself says.
import { IS_EDITION } from "./edition.ts";
import { httpSource } from "./http.ts";
import { packSource } from "./pack.ts";
import type { RecordSource } from "./record-source.ts";

export const source: RecordSource = IS_EDITION ? packSource : httpSource;
