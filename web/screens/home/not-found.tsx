// An address where nothing is.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import styles from "./home.module.css";

/** Says so, and leads on. */
export function NotFound() {
  const { i18n } = useLingui();
  return (
    <section className={styles.page} data-ready="not-found">
      <h1>{i18n._("not-found.title", {}, { message: "Nothing is at this address" })}</h1>
      <p>
        {i18n._(
          "not-found.text",
          {},
          {
            message: "The case, the incident or the screen that it names is not served here.",
          },
        )}
      </p>
      <p>
        <Link to="/">{i18n._("not-found.home", {}, { message: "To the cases" })}</Link>
      </p>
    </section>
  );
}
