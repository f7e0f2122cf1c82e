/** What stands around every page of a signed-in person: where to go, who is there, find anything. */
import { NavLink, useLocation } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import { BottomBar } from "./bottom-bar";
import { useFollowedLinks } from "./follow-links";
import { KeysDialog } from "./keys-dialog";
import { useWords } from "./language";
import { Link } from "./link";
import { type NavEntry, placeOf, WaitingMark } from "./nav-entry";
import { Palette, type PaletteEntry } from "./palette";
import { SearchButton, ShellContext, useShellKeys } from "./shell-search";
import { isUnder } from "./url";
import { type Person, UserMenu } from "./user-menu";
import { uiWords } from "./words";

interface ShellProps {
  entries: NavEntry[];
  person: Person;
  /** The practice department: says so on every page. */
  practice: boolean;
  /** What Ctrl+K offers at once: pages and actions. */
  palette: () => PaletteEntry[];
  children: ReactNode;
}

export function Shell({ entries, person, practice, palette, children }: ShellProps) {
  const words = useWords(uiWords);
  const [shown, setShown] = useState<"palette" | "keys" | null>(null);
  const shell = useShellKeys(shown, setShown);
  const followLinks = useFollowedLinks();
  const close = () => setShown(null);
  return (
    <ShellContext.Provider value={shell}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are the controls, keys reach them as clicks */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div className="contents" onClick={followLinks}>
        <a
          href="#content"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-control focus:bg-paper focus:px-4 focus:py-3 focus:shadow-float"
        >
          {words.skip}
        </a>
        <div className="md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block">
          <aside className="sticky top-0 z-30 flex h-dvh flex-col gap-4 border-r border-line bg-paper px-3 pt-6 pb-3 phone:hidden print:hidden">
            <Brand />
            <SearchButton />
            <SideNav entries={entries} />
            <UserMenu person={person} />
          </aside>
          <div className="flex min-h-dvh min-w-0 flex-col [--bar:calc(4rem+env(safe-area-inset-bottom))] phone:pb-20">
            {practice && (
              <section
                aria-label={words.practiceName}
                className="bg-amber-soft px-9 py-1.5 text-caption font-medium text-amber phone:px-4 print:hidden"
              >
                {words.practice}
              </section>
            )}
            <main id="content" tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
          </div>
        </div>
        <BottomBar entries={entries} person={person} />
      </div>
      <Palette isOpen={shown === "palette"} onClose={close} entries={palette} />
      <KeysDialog isOpen={shown === "keys"} onClose={close} />
    </ShellContext.Provider>
  );
}

export function Brand() {
  const words = useWords(uiWords);
  return (
    <p className="flex items-center gap-2.5 px-3 font-bold">
      <span
        aria-hidden="true"
        className="flex h-7.5 items-center rounded-control bg-brand px-1 text-caption text-on-brand"
      >
        {words.productShort}
      </span>
      {words.product}
    </p>
  );
}

function SideNav({ entries }: { entries: NavEntry[] }) {
  const words = useWords(uiWords);
  return (
    <nav aria-label={words.menu} className="-mx-1 flex-1 overflow-y-auto px-1 py-1">
      <ul className="flex flex-col gap-0.5">
        {entries.map((entry) => (
          <li key={entry.to}>
            <SideEntry entry={entry} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SideEntry({ entry: { label, to, icon: Icon, waiting, places } }: { entry: NavEntry }) {
  const { pathname } = useLocation();
  const isInside = places?.some((place) => isUnder(pathname, place.to)) ?? false;
  return (
    <>
      <NavLink
        to={to}
        end={to === "/" || isInside}
        prefetch="intent"
        className={({ isActive }) => sideLink(isActive && !isInside, isInside)}
      >
        <Icon aria-hidden size={20} strokeWidth={1.75} />
        <span className="min-w-0 flex-1 truncate">{label}</span>
        {waiting && <WaitingMark {...waiting} />}
      </NavLink>
      {isInside && (
        <ul className="mt-0.5 flex flex-col gap-0.5 pl-8">
          {places?.map((place) => (
            <li key={place.to}>
              <Link
                to={place.to}
                aria-current={place.to === placeOf(pathname, places) ? "page" : undefined}
                className={sideLink(place.to === placeOf(pathname, places), false)}
              >
                {place.label}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function sideLink(isHere: boolean, isAround: boolean): string {
  return isHere ? "side-link here" : isAround ? "side-link around" : "side-link";
}
