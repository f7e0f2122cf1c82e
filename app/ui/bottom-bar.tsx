/** On the phone: the first places and oneself at the foot of the page. */
import { useLocation } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { useWords } from "./language";
import { Link } from "./link";
import { type NavEntry, placeOf, WaitingMark } from "./nav-entry";
import { Unfolding } from "./unfolding";
import { isUnder } from "./url";
import { type Person, UserMenu } from "./user-menu";
import { uiWords } from "./words";

/** Four places and oneself; what is beyond waits behind "more". */
export function BottomBar({ entries, person }: { entries: NavEntry[]; person: Person }) {
  const words = useWords(uiWords);
  const direct = entries.length > 4 ? entries.slice(0, 3) : entries;
  const rest = entries.slice(direct.length).flatMap((entry) => entry.places ?? [entry]);
  return (
    <nav
      aria-label={words.menu}
      className="fixed inset-x-0 bottom-0 z-30 hidden border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] phone:block print:hidden"
    >
      <ul className="grid auto-cols-fr grid-flow-col">
        {direct.map((entry) => (
          <li key={entry.to}>
            {entry.places ? <BarPlaces {...entry} places={entry.places} /> : <BarLink entry={entry} />}
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <BarPlaces label={words.more} icon={Ellipsis} places={rest} />
          </li>
        )}
        <li>
          <UserMenu person={person} onBar />
        </li>
      </ul>
    </nav>
  );
}

function BarLink({ entry: { label, to, icon: Icon, waiting } }: { entry: NavEntry }) {
  const { pathname } = useLocation();
  const isHere = to === "/" ? pathname === to : isUnder(pathname, to);
  return (
    <Link to={to} aria-current={isHere ? "page" : undefined} className={barPlace(isHere)}>
      <span className="relative">
        <Icon aria-hidden size={22} strokeWidth={1.75} />
        {waiting && (
          <span className="absolute -top-2 left-4">
            <WaitingMark {...waiting} />
          </span>
        )}
      </span>
      <span className="max-w-full truncate">{label}</span>
    </Link>
  );
}

function barPlace(isHere: boolean): string {
  return isHere ? "bar-place here" : "bar-place";
}

function BarPlaces({
  label,
  icon: Icon,
  places,
}: Pick<NavEntry, "label" | "icon"> & Required<Pick<NavEntry, "places">>) {
  const { pathname } = useLocation();
  const here = placeOf(pathname, places);
  return (
    <Unfolding
      name={places[0]?.to ?? label}
      summaryLooks={barPlace(Boolean(here))}
      boxLooks="fixed inset-x-2 bottom-18 rounded-card bg-paper p-2 shadow-float"
      summary={
        <>
          <Icon aria-hidden size={22} strokeWidth={1.75} />
          <span className="max-w-full truncate">{label}</span>
        </>
      }
    >
      <ul>
        {places.map((place) => (
          <li key={place.to}>
            <Link
              to={place.to}
              data-menu-entry
              aria-current={place.to === here ? "page" : undefined}
              className="flex min-h-12 items-center rounded-control px-3 aria-[current]:font-semibold aria-[current]:text-accent"
            >
              {place.label}
            </Link>
          </li>
        ))}
      </ul>
    </Unfolding>
  );
}
