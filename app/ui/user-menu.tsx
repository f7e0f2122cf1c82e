/** Who is signed in, with their language, colours, account, and the way out; works without JavaScript. */
import { Form, useFetcher, useLocation, useRouteLoaderData } from "@remix-run/react";
import { ChevronsUpDown, LogOut, UserRound } from "lucide-react";
import { languages } from "~/platform/words";
import { useLanguage, useWords } from "./language";
import { Link } from "./link";
import { type Theme, themes } from "./theme";
import { Unfolding } from "./unfolding";
import { folded } from "./url";
import { uiWords } from "./words";

export interface Person {
  name: string;
  /** Where they work. */
  unit?: string;
}

/** `onBar`: on the phone, as a place of its bottom bar. */
export function UserMenu({ person, onBar }: { person: Person; onBar?: boolean }) {
  const words = useWords(uiWords);
  if (onBar)
    return (
      <Unfolding
        name="me"
        summaryLooks="bar-place"
        boxLooks={`${box} fixed inset-x-2 bottom-18`}
        summary={
          <>
            <UserRound aria-hidden size={22} strokeWidth={1.75} />
            {words.me}
          </>
        }
      >
        <OwnPlaces person={person} />
      </Unfolding>
    );
  return (
    <Unfolding
      name="me"
      looks="relative border-t border-line pt-2"
      summaryLooks="flex min-h-control items-center gap-2 rounded-control px-3 py-1.5 hover:bg-hover"
      boxLooks={`${box} absolute bottom-full left-0 mb-2 w-84`}
      summary={
        <>
          <span className="min-w-0 flex-1">
            <span className="block truncate text-table font-semibold">{person.name}</span>
            {person.unit && <span className="block truncate text-[0.875rem] text-soft">{person.unit}</span>}
          </span>
          <ChevronsUpDown aria-hidden size={16} className="shrink-0 text-soft" />
        </>
      }
    >
      <OwnPlaces person={person} />
    </Unfolding>
  );
}

const box = "z-40 flex flex-col gap-1 rounded-card bg-paper p-2 shadow-float";

function OwnPlaces({ person }: { person: Person }) {
  const words = useWords(uiWords);
  const entry = "flex min-h-control w-full items-center gap-3 rounded-control px-3 text-left hover:bg-hover";
  return (
    <>
      <p className="px-3 pt-1 pb-2">
        <span className="block font-semibold">{person.name}</span>
        {person.unit && <span className="block text-[0.875rem] text-soft">{person.unit}</span>}
      </p>
      <LanguageSwitch />
      <ThemeSwitch />
      <hr className="my-1 border-line" />
      <Link to="/account" data-menu-entry className={entry}>
        <UserRound aria-hidden size={20} strokeWidth={1.75} className="text-soft" />
        {words.ownAccount}
      </Link>
      <Form method="post" action="/sign-out" reloadDocument>
        <button type="submit" className={entry}>
          <LogOut aria-hidden size={20} strokeWidth={1.75} className="text-soft" />
          {words.signOut}
        </button>
      </Form>
    </>
  );
}

/** Also on pages for strangers. */
export function LanguageSwitch() {
  const words = useWords(uiWords);
  const now = useLanguage();
  return (
    <Switch
      label={words.language}
      action="/language"
      name="language"
      now={now}
      options={languages.map((value) => ({ value, label: words.languageNames[value] }))}
    />
  );
}

function ThemeSwitch() {
  const words = useWords(uiWords);
  const known = useRouteLoaderData<{ theme: Theme }>("root");
  const labels = { system: words.themeSystem, light: words.themeLight, dark: words.themeDark };
  return (
    <Switch
      label={words.theme}
      action="/theme"
      name="theme"
      now={known?.theme ?? "system"}
      options={themes.map((value) => ({ value, label: labels[value] }))}
    />
  );
}

interface SwitchProps {
  label: string;
  action: string;
  name: string;
  now: string;
  options: { value: string; label: string }[];
}

/** A few buttons of one form: the pressed one is sent. */
function Switch({ label, action, name, now, options }: SwitchProps) {
  const fetcher = useFetcher();
  const { pathname, search } = useLocation();
  return (
    <fetcher.Form method="post" action={action} className="flex items-center justify-between gap-3 px-3">
      <input type="hidden" name="to" value={pathname + folded(search)} />
      <span className="text-soft">{label}</span>
      <fieldset aria-label={label} className="flex rounded-control border border-line">
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name={name}
            value={option.value}
            aria-pressed={option.value === now}
            className="min-h-control px-2.5 text-[0.875rem] text-soft first:rounded-l-control last:rounded-r-control hover:text-ink aria-pressed:bg-hover aria-pressed:font-semibold aria-pressed:text-ink"
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </fetcher.Form>
  );
}
