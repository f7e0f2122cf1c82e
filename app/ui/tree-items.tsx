/** The rows of a tree. Their looks stand in tailwind.css: many rows of class names weigh more than their text. */
import { memo } from "react";
import { useLanguage, useWords } from "./language";
import { showNumber } from "./number";
import type { MoreRow, NodeRow } from "./tree-rows";
import { uiWords } from "./words";

interface NodeProps {
  row: NodeRow;
  isHere: boolean;
  /** The page in front is this node's. */
  isPage: boolean;
  href?: string;
  fact?: string;
  factLabel?: string;
}

export const Node = memo(function Node({ row, isHere, isPage, href, fact, factLabel }: NodeProps) {
  const name = row.note ? (
    <>
      {row.label} <small>{row.note}</small>
    </>
  ) : (
    row.label
  );
  return (
    <div
      role="treeitem"
      data-node={row.id}
      tabIndex={isHere ? 0 : -1}
      aria-level={row.level}
      aria-setsize={row.setSize}
      aria-posinset={row.position}
      aria-expanded={row.hasChildren ? row.open : undefined}
      aria-current={isPage ? "page" : undefined}
    >
      {row.hasChildren && <span className="fold" aria-hidden />}
      {href ? (
        <a href={href} tabIndex={-1} data-row>
          {name}
        </a>
      ) : (
        <b>{name}</b>
      )}
      {fact && (
        <small>
          {fact} <span className="sr-only">{factLabel}</span>
        </small>
      )}
    </div>
  );
});

/** Brings what stands before or after the rows that are there. */
export function More({ row, isHere, href }: { row: MoreRow; isHere: boolean; href?: string }) {
  const words = useWords(uiWords);
  const count = showNumber(row.more.count, useLanguage());
  const texts = { ready: words.bring(count), loading: words.loading, failed: words.branchFailed };
  return (
    <div
      role="treeitem"
      data-node={row.id}
      tabIndex={isHere ? 0 : -1}
      aria-level={row.level}
      aria-busy={row.state === "loading"}
      className="more"
    >
      <a href={href} tabIndex={-1}>
        {texts[row.state]}
      </a>
    </div>
  );
}
