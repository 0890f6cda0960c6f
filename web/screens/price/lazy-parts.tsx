// Parts of the screen that load apart, so that figures come first: dialogs, the chooser's form, the ladder of words.
import { Suspense, lazy } from "react";
import type { ComponentProps } from "react";
import { Skeleton } from "../../parts/skeleton.tsx";
import type { Chooser as EagerChooser } from "./chooser.tsx";
import type { PopoverButtonProps } from "./popover-button.tsx";
import type { WhereParts } from "./where-parts.ts";
import type { LadderTable as EagerLadder } from "./ladder-table.tsx";

const LazyChooser = lazy(() =>
  import("./chooser.tsx").then(({ Chooser: component }) => ({ default: component })),
);
const LazyLadder = lazy(() =>
  import("./ladder-table.tsx").then(({ LadderTable: component }) => ({ default: component })),
);
const LazyWhere = lazy(() =>
  import("./where-and-when.tsx").then(({ WhereAndWhen: component }) => ({ default: component })),
);

/** Asked for at once, so that it is there when the first figures are. */
const popover = import("./popover-button.tsx");
const LazyPopover = lazy(async () => ({ default: (await popover).PopoverButton }));

/** See popover-button.tsx; until it is there, the button stands in its place and does nothing. */
export function PopoverButton(props: PopoverButtonProps) {
  const waiting = (
    <button type="button" className={props.styles["button"]} aria-disabled="true">
      {props.children}
    </button>
  );
  return (
    <Suspense fallback={waiting}>
      <LazyPopover {...props} />
    </Suspense>
  );
}

/** See chooser.tsx. */
export function Chooser(props: ComponentProps<typeof EagerChooser>) {
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      <LazyChooser {...props} />
    </Suspense>
  );
}

/** See ladder-table.tsx. */
export function LadderTable(props: ComponentProps<typeof EagerLadder>) {
  return (
    <Suspense fallback={<Skeleton lines={6} />}>
      <LazyLadder {...props} />
    </Suspense>
  );
}

/** See where-and-when.tsx; its skeleton is as high as map and strip are. */
export function WhereAndWhen(props: WhereParts) {
  return (
    <Suspense fallback={<Skeleton lines={20} />}>
      <LazyWhere {...props} />
    </Suspense>
  );
}
