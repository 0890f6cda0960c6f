// The menu of columns: which are shown is in the address.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { LIST_COLUMNS } from "../../../src/report/list-view.ts";
import { useColumnWords } from "./column-words.ts";
import type { ListParts } from "./list-parts.ts";
import { listSearch } from "./list-link.tsx";
import styles from "./list-bar.module.css";

const route = getRouteApi("/c/$case/incidents");

/** Every column but the place can be hidden. */
export function ColumnMenu({ view, list }: Pick<ListParts, "view" | "list">) {
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const words = useColumnWords();
  const title = i18n._("list.columns", {}, { message: "Columns" });
  return (
    <MenuTrigger>
      <Button className={styles.button}>{title}</Button>
      <Popover className={styles.popover} placement="bottom end">
        <Menu
          aria-label={title}
          className={styles.menu}
          selectionMode="multiple"
          selectedKeys={list.columns}
          onSelectionChange={(keys) => {
            const columns = LIST_COLUMNS.filter((one) => keys === "all" || keys.has(one));
            void navigate({
              search: listSearch(view, { ...list, columns }),
              replace: true,
              resetScroll: false,
            });
          }}
        >
          {LIST_COLUMNS.map((column) => (
            <MenuItem key={column} id={column} textValue={words(column)} className={styles.item}>
              {({ isSelected }) => (
                <>
                  <span aria-hidden="true" className={styles.tick}>
                    {isSelected ? "✓" : ""}
                  </span>
                  {words(column)}
                </>
              )}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
