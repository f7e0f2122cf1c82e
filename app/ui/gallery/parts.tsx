/** The living page's small parts: buttons, states, notices, boxes, toasts, progress. */
import { Check, Lock, Trash2, Upload } from "lucide-react";
import { useState } from "react";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { CopyButton } from "~/ui/copy-button";
import { ConfirmDialog, Dialog, Sheet } from "~/ui/dialog";
import { useWords } from "~/ui/language";
import { Menu, MenuButton, MenuLink } from "~/ui/menu";
import { Notice } from "~/ui/notice";
import { Section } from "~/ui/page";
import { Progress } from "~/ui/progress";
import { useToast } from "~/ui/toast";
import { galleryWords } from "./words";

export function Buttons() {
  const words = useWords(galleryWords);
  return (
    <Section title={words.buttons}>
      <div className="flex flex-wrap items-start gap-3">
        <Button variant="primary" icon={Check}>
          {words.save}
        </Button>
        <Button icon={Upload}>{words.importOrders}</Button>
        <Button variant="quiet">{words.more}</Button>
        <Button variant="danger" icon={Trash2}>
          {words.remove}
        </Button>
        <Button variant="primary" busy>
          {words.busy}
        </Button>
        <Button icon={Lock} isDisabled reason={words.lockedWhy}>
          {words.locked}
        </Button>
        <Menu label={words.menu}>
          <MenuLink to="/ui" icon={Upload}>
            {words.importOrders}
          </MenuLink>
          <MenuButton onPress={() => undefined} icon={Trash2} tone="danger">
            {words.remove}
          </MenuButton>
        </Menu>
        <CopyButton text="HD-2026-0042" label={words.copyText} />
      </div>
    </Section>
  );
}

export function States() {
  const words = useWords(galleryWords);
  return (
    <Section title={words.states}>
      <div className="flex flex-wrap gap-2">
        <Badge tone="green">{words.active}</Badge>
        <Badge tone="amber">{words.ending}</Badge>
        <Badge tone="blue">{words.unclear}</Badge>
        <Badge tone="red">{words.overdue}</Badge>
        <Badge>{words.stopped}</Badge>
      </div>
      <Notice tone="green" title={words.noticeGood} />
      <Notice tone="amber" title={words.noticeCare} actions={<Button>{words.more}</Button>} />
      <Notice tone="red">{words.noticeBad}</Notice>
      <Progress label={words.reading} done={6400} total={10_000} step={words.step} />
    </Section>
  );
}

export function Boxes() {
  const words = useWords(galleryWords);
  const toast = useToast();
  const [open, setOpen] = useState<"dialog" | "sheet" | "confirm" | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title={words.dialogs}>
      <div className="flex flex-wrap gap-3">
        <Button onPress={() => setOpen("dialog")}>{words.openDialog}</Button>
        <Button onPress={() => setOpen("sheet")}>{words.openSheet}</Button>
        <Button onPress={() => setOpen("confirm")}>{words.openConfirm}</Button>
        <Button onPress={() => toast.show(words.saved)}>{words.toast}</Button>
        <Button onPress={() => toast.show(words.removed, { undo: () => toast.show(words.undone) })}>
          {words.toastUndo}
        </Button>
      </div>
      <Dialog
        isOpen={open === "dialog"}
        onClose={close}
        title={words.openDialog}
        actions={<Button onPress={close}>{words.more}</Button>}
      >
        <p>{words.noticeCare}</p>
      </Dialog>
      <Sheet isOpen={open === "sheet"} onClose={close} title={words.openSheet}>
        <p>{words.noticeGood}</p>
      </Sheet>
      <ConfirmDialog
        isOpen={open === "confirm"}
        onClose={close}
        title={words.confirmTitle}
        confirm={words.remove}
        variant="danger"
        onConfirm={() => {
          close();
          toast.show(words.removed);
        }}
      >
        <p>{words.confirmText}</p>
      </ConfirmDialog>
    </Section>
  );
}
