/** The keys that work on the page in front. */
import { useEffect, useState } from "react";
import { Dialog } from "./dialog";
import { useWords } from "./language";
import { uiWords } from "./words";

export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords(uiWords);
  const [here, setHere] = useState({ search: false, tree: false, list: false });
  useEffect(() => {
    if (!isOpen) return;
    const has = (selector: string) => document.querySelector(`main ${selector}`) !== null;
    setHere({
      search: has("[data-page-search]"),
      tree: has("[role=tree]"),
      list: has("table input[type=checkbox]"),
    });
  }, [isOpen]);
  const keys: [string, string][] = [
    ["Ctrl K", words.keyPalette],
    ...(here.search ? [["/", words.keySearch] as [string, string]] : []),
    ...(here.tree ? [["↑ ↓ ← → Home End", words.keyTree] as [string, string]] : []),
    ...(here.list ? [["Shift", words.keyStretch] as [string, string]] : []),
    ["Esc", words.keyClose],
    ["Shift ?", words.keyHelp],
  ];
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.keysHere}>
      <dl className="flex flex-col gap-2">
        {keys.map(([key, what]) => (
          <div key={key} className="flex items-center justify-between gap-4">
            <dt className="order-2 flex gap-1">
              {key.split(" ").map((part) => (
                <Key key={part}>{part}</Key>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

export function Key({ children }: { children: string }) {
  return (
    <kbd className="rounded border border-edge bg-hover px-1.5 py-0.5 text-caption font-sans">{children}</kbd>
  );
}
