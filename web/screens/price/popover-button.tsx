// A button that opens a small dialog under itself; Escape closes it and gives the focus back. Loaded apart: it brings React Aria's overlays.
import type { ReactNode } from "react";
import { Button, Dialog, DialogTrigger, Popover } from "react-aria-components";

export interface PopoverButtonProps {
  /** What the dialog is, for those who hear it. */
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly placement: "bottom start" | "bottom end";
  readonly styles: Readonly<Record<string, string>>;
  readonly renderDialog: (close: () => void) => ReactNode;
}

/** `styles` gives the classes `button`, `popover` and `dialog`. */
export function PopoverButton(props: PopoverButtonProps) {
  const { label, children, placement, styles, renderDialog } = props;
  return (
    <DialogTrigger>
      <Button className={styles["button"] ?? ""}>{children}</Button>
      <Popover placement={placement} className={styles["popover"] ?? ""}>
        <Dialog className={styles["dialog"] ?? ""} aria-label={label}>
          {({ close }) => renderDialog(close)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
