/** Boxes over the page, by the browser's own dialog: focus stays inside, Esc closes, focus returns. */
import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button, IconButton } from "./button";
import { useWords } from "./language";
import { uiWords } from "./words";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons in the foot of the box. */
  actions?: ReactNode;
}

const centred =
  "m-auto w-[min(34rem,calc(100vw-2rem))] rounded-card phone:mb-0 phone:w-full phone:max-w-none phone:rounded-b-none";
const atTheSide =
  "my-0 mr-0 ml-auto h-dvh max-h-none w-[min(28rem,100vw)] phone:mt-auto phone:h-auto phone:max-h-[90dvh] phone:w-full phone:max-w-none phone:rounded-t-card";

export function Dialog(props: DialogProps) {
  return <Box {...props} place={centred} />;
}

/** From the side on a wide screen, from below on the phone: for filters and longer forms. */
export function Sheet(props: DialogProps) {
  return <Box {...props} place={atTheSide} />;
}

function Box({ isOpen, onClose, title, children, actions, place }: DialogProps & { place: string }) {
  const words = useWords(uiWords);
  const titleId = useId();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && dialog && !dialog.open) dialog.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === ref.current) ref.current?.close();
      }}
      onKeyDown={(event) => event.stopPropagation()}
      className={`max-h-[calc(100dvh-2rem)] overflow-y-auto bg-paper shadow-float open:flex open:flex-col ${place}`}
    >
      {isOpen && (
        <>
          <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-b border-line bg-paper py-2 pr-2 pl-5">
            <h2 id={titleId} className="text-section font-semibold">
              {title}
            </h2>
            <IconButton icon={X} label={words.close} onPress={() => ref.current?.close()} />
          </header>
          <div className="flex flex-col gap-4 p-5 [--bar:0px] phone:p-4">{children}</div>
          {actions && (
            <footer className="sticky bottom-0 mt-auto flex flex-wrap justify-end gap-2 border-t border-line bg-paper px-5 py-3">
              {actions}
            </footer>
          )}
        </>
      )}
    </dialog>
  );
}

interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** The verb of the button: what happens. */
  confirm: string;
  onConfirm: () => void;
  /** The verb of going back; "Cancel" without it. */
  cancel?: string;
  variant?: "primary" | "danger";
  busy?: boolean;
}

/** Only where there is no way back; else do it and offer undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const words = useWords(uiWords);
  return (
    <Dialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={props.title}
      actions={
        <>
          <Button onPress={props.onClose}>{props.cancel ?? words.cancel}</Button>
          <Button variant={props.variant ?? "primary"} busy={props.busy} onPress={props.onConfirm}>
            {props.confirm}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  );
}
