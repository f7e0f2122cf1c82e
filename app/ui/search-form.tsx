/** A search box by itself: a GET form that works without scripts, cleared by one press. */
import { Form } from "@remix-run/react";
import { Search, X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "./language";
import { Link } from "./link";
import { uiWords } from "./words";

interface SearchFormProps {
  label: string;
  placeholder?: string;
  /** Where it is sent, as `?q=`; none: the page it stands on. */
  action?: string;
  value: string;
  /** Where the cross leads: the same page without the search. */
  clearTo: string;
  /** Hidden fields that are sent along. */
  children?: ReactNode;
}

export function SearchForm({ label, placeholder, action, value, clearTo, children }: SearchFormProps) {
  const words = useWords(uiWords);
  return (
    <search className="relative">
      <Form method="get" action={action} preventScrollReset>
        {children}
        <Search
          aria-hidden
          size={20}
          strokeWidth={1.75}
          className="pointer-events-none absolute inset-y-0 left-3.5 my-auto text-soft"
        />
        <input
          key={value}
          type="search"
          name="q"
          data-page-search
          aria-label={label}
          placeholder={placeholder}
          defaultValue={value}
          enterKeyHint="search"
          autoComplete="off"
          className="control appearance-none px-11 [&::-webkit-search-cancel-button]:hidden"
        />
        <button type="submit" className="sr-only">
          {words.search}
        </button>
        {value && (
          <Link
            to={clearTo}
            preventScrollReset
            aria-label={words.clear}
            className="absolute inset-y-0 right-0 flex w-11 items-center justify-center text-soft hover:text-ink"
          >
            <X aria-hidden size={18} />
          </Link>
        )}
      </Form>
    </search>
  );
}
