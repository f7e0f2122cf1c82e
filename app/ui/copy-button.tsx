/** Copies a text, and says that it did. */
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "./button";
import { useWords } from "./language";
import { uiWords } from "./words";

export function CopyButton({ text, label }: { text: string; label?: string }) {
  const words = useWords(uiWords);
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <span data-scripted-only>
      <Button
        icon={copied ? Check : Copy}
        onPress={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <span aria-live="polite">{copied ? words.copied : (label ?? words.copy)}</span>
      </Button>
    </span>
  );
}
