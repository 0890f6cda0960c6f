// A list as a file to keep: a link where the file lies at an address, a button where the page makes it.
import { useState } from "react";
import { source } from "../source/source.ts";
import type { TwinOptions } from "../source/record-source.ts";
import { handFile } from "./hand-file.ts";
import styles from "./twin-link.module.css";

const TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv;charset=utf-8",
  geojson: "application/geo+json",
  json: "application/json",
};

interface TwinLinkProps extends TwinOptions {
  /** What is in the file, for who hears the link without what stands beside it. */
  readonly of?: string;
}

/** Says its kind: CSV, GeoJSON, JSON. */
export function TwinLink({ of, ...options }: TwinLinkProps) {
  const twin = source.twin(options);
  const [failed, setFailed] = useState<string | null>(null);
  const kind = options.file.slice(options.file.lastIndexOf(".") + 1);
  const label = kind === "geojson" ? "GeoJSON" : kind.toUpperCase();
  const name = of === undefined ? undefined : `${of}: ${label}`;
  if (twin.kind === "address") {
    return (
      <a href={twin.href} download aria-label={name}>
        {label}
      </a>
    );
  }
  const keep = async () => {
    setFailed(null);
    try {
      const text = await twin.make(new AbortController().signal);
      handFile(new Blob([text], { type: TYPES[kind] ?? "text/plain" }), options.file);
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <button type="button" className={styles.link} aria-label={name} onClick={() => void keep()}>
        {label}
      </button>
      {failed === null ? null : (
        <span role="alert" lang="en">
          {failed}
        </span>
      )}
    </>
  );
}
