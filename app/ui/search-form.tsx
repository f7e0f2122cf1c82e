/** A search box by itself: a GET form that works without scripts, cleared by one press. */
import { Form, Link } from "@remix-run/react";
import { Search, X } from "lucide-react";
import { useWords } from "./language";
import { uiWords } from "./words";

interface SearchFormProps {
  label: string;
  placeholder?: string;
  /** Where it is sent, as `?q=`. */
  action: string;
  value: string;
}

export function SearchForm({ label, placeholder, action, value }: SearchFormProps) {
  const words = useWords(uiWords);
  return (
    <search className="relative">
      <Form method="get" action={action} preventScrollReset>
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
            to={action}
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
