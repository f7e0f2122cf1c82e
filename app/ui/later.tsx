/** A part of a page that comes when somebody opens it: most visitors of a long page never open its forms. */
import { type ComponentType, useCallback, useEffect, useState } from "react";
import { Button } from "./button";
import { useWords } from "./language";
import { Notice } from "./notice";
import { uiWords } from "./words";

interface LaterProps<Props> {
  /** Written outside the component: `() => import("./row-fix-form").then((part) => part.RowFixForm)`. */
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}

/** For what no page shows at first: the server draws nothing of it. */
export function Later<Props extends object>({ load, props }: LaterProps<Props>) {
  const words = useWords(uiWords);
  const [Part, setPart] = useState<ComponentType<Props>>();
  const [isMissing, setMissing] = useState(false);
  const fetchPart = useCallback(() => {
    setMissing(false);
    load().then(
      (part) => setPart(() => part),
      () => setMissing(true),
    );
  }, [load]);
  useEffect(fetchPart, [fetchPart]);
  if (Part) return <Part {...props} />;
  if (!isMissing) return <p role="status">{words.loading}</p>;
  return (
    <Notice
      tone="amber"
      role="alert"
      title={words.offline}
      actions={<Button onPress={fetchPart}>{words.tryAgain}</Button>}
    />
  );
}
