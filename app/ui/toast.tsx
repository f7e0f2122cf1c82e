/** Short messages that come and go: what was done, and the way back. */
import { useFetcher } from "@remix-run/react";
import { X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { IconButton } from "./button";
import { useWords } from "./language";
import { uiWords } from "./words";

interface ToastMessage {
  id: number;
  text: string;
  undo?: () => void;
}

interface Toasts {
  /** With `undo` it stays 10 seconds, else 5; the clock stops while it is pointed at or focused. */
  show: (text: string, options?: { undo?: () => void }) => void;
}

const ToastContext = createContext<Toasts>({ show: () => undefined });

export function useToast(): Toasts {
  return useContext(ToastContext);
}

/** `toast` is what the server left for this page to say; its `undo` is where a POST takes the change back. */
export function ToastProvider({
  toast,
  children,
}: {
  toast: { text: string; undo?: string } | null;
  children: ReactNode;
}) {
  const [messages, setMessages] = useState<ToastMessage[]>([]);
  const close = useCallback((id: number) => setMessages((now) => now.filter((toast) => toast.id !== id)), []);
  const show = useCallback<Toasts["show"]>((text, options) => {
    setMessages((now) => [...now.slice(-2), { id: (now.at(-1)?.id ?? 0) + 1, text, undo: options?.undo }]);
  }, []);
  const { submit } = useFetcher();
  useEffect(() => {
    if (!toast) return;
    const { text, undo } = toast;
    show(
      text,
      undo ? { undo: () => submit({}, { method: "post", action: undo, encType: "application/json" }) } : {},
    );
  }, [toast, show, submit]);
  const toasts = useMemo(() => ({ show }), [show]);
  return (
    <ToastContext.Provider value={toasts}>
      {children}
      <div
        aria-live="polite"
        className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex flex-col items-center gap-2 p-4 phone:bottom-16 print:hidden"
      >
        {messages.map((message) => (
          <Toast key={message.id} toast={message} close={() => close(message.id)} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}

function Toast({ toast, close }: { toast: ToastMessage; close: () => void }) {
  const words = useWords(uiWords);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(close, toast.undo ? 10_000 : 5_000);
    return () => clearTimeout(timer);
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only stops its clock
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-lg items-center gap-2 rounded-card bg-ink py-1 pr-1 pl-4 text-ground shadow-float"
    >
      <p className="py-2">{toast.text}</p>
      {toast.undo && (
        <button
          type="button"
          className="min-h-control rounded-control px-3 font-semibold underline underline-offset-4"
          onClick={() => {
            toast.undo?.();
            close();
          }}
        >
          {words.undo}
        </button>
      )}
      <IconButton icon={X} label={words.close} onPress={close} />
    </div>
  );
}
