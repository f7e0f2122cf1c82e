/** The menu: label, path, permission; and the actions that Ctrl+K offers besides. */
import {
  BookOpen,
  Building2,
  FolderOpen,
  LayoutDashboard,
  type LucideIcon,
  Plus,
  ShieldCheck,
  Upload,
  UserRound,
  Users,
} from "lucide-react";
import { may, type Permission } from "~/accounts";
import { navWords as words } from "~/nav/words";
import type { Actor } from "~/platform/actor";
import type { Phrase } from "~/platform/words";

interface Place {
  label: Phrase;
  to: string;
  /** Without it everybody who is signed in may go there. */
  permission?: Permission;
  /** For those whose account belongs to a record; for those who have nothing else here, instead of the overview. */
  own?: boolean;
}

interface Action extends Place {
  icon: LucideIcon;
}

interface Section extends Place {
  icon: LucideIcon;
  /** Places under it, in the menu and on the phone behind its button. */
  places?: Place[];
}

const sections: Section[] = [
  { label: words.overview, to: "/", icon: LayoutDashboard },
  { label: words.ownRecord, to: "/me", icon: UserRound, permission: "own.record", own: true },
  { label: words.library, to: "/library", icon: BookOpen, permission: "materials.read" },
  {
    label: words.roster,
    to: "/roster",
    icon: Users,
    places: [
      { label: words.people, to: "/roster", permission: "roster.view" },
      { label: words.decisions, to: "/roster/decisions", permission: "roster.view" },
      { label: words.termsEnding, to: "/roster/terms", permission: "roster.view" },
      { label: words.reviews, to: "/roster/reviews", permission: "reviews.view" },
      { label: words.toFix, to: "/roster/to-fix", permission: "roster.view" },
      { label: words.corrections, to: "/roster/corrections", permission: "roster.edit" },
      { label: words.duplicates, to: "/roster/duplicates", permission: "roster.edit" },
      { label: words.largeChanges, to: "/roster/changes", permission: "roster.edit" },
      { label: words.exports, to: "/exports", permission: "roster.export" },
    ],
  },
  {
    label: words.materials,
    to: "/materials",
    icon: FolderOpen,
    places: [
      { label: words.materialList, to: "/materials", permission: "materials.view" },
      { label: words.materialCollections, to: "/materials/collections", permission: "materials.view" },
      { label: words.materialReview, to: "/materials/review", permission: "materials.view" },
      { label: words.materialFigures, to: "/materials/figures", permission: "materials.view" },
      { label: words.outbox, to: "/outbox", permission: "outbox.view" },
      { label: words.materialTrash, to: "/materials/trash", permission: "materials.edit" },
    ],
  },
  { label: words.units, to: "/units", icon: Building2, permission: "units.view" },
  {
    label: words.administration,
    to: "/accounts",
    icon: ShieldCheck,
    places: [
      { label: words.accounts, to: "/accounts", permission: "accounts.view" },
      { label: words.permissions, to: "/accounts/permissions", permission: "accounts.view" },
      { label: words.audit, to: "/audit", permission: "audit.view" },
      { label: words.files, to: "/files", permission: "files.view" },
      { label: words.rosterSettings, to: "/settings/roster", permission: "settings.edit" },
    ],
  },
];

const actions: Action[] = [
  { label: words.addSpeaker, icon: Plus, to: "/roster/new", permission: "roster.edit" },
  { label: words.importRoster, icon: Upload, to: "/roster/import", permission: "roster.import" },
  { label: words.addDecision, icon: Plus, to: "/roster/decisions/new", permission: "decisions.edit" },
  { label: words.openReview, icon: Plus, to: "/roster/reviews/new", permission: "reviews.open" },
  { label: words.addMaterial, icon: Plus, to: "/materials/new", permission: "materials.edit" },
  {
    ...{ label: words.addCollection, icon: Plus, to: "/materials/collections/new" },
    permission: "materials.edit",
  },
  { label: words.addUnit, icon: Plus, to: "/units/new", permission: "units.edit" },
  { label: words.importUnits, icon: Upload, to: "/units/import", permission: "units.edit" },
  { label: words.addAccount, icon: Plus, to: "/accounts/new", permission: "accounts.manage" },
];

interface Reader extends Pick<Actor, "grants"> {
  /** Whether the account belongs to a record of the roster. */
  hasRecord: boolean;
}

/** Who sees nothing of the roster but the own record begins there. */
export function beginsAtOwnRecord(reader: Reader): boolean {
  return reader.hasRecord && !may(reader, "roster.view");
}

/** What this person finds in the menu; a section whose places are all closed is not there. */
export function sectionsFor(reader: Reader): Section[] {
  return sections.filter(isOpenTo(reader)).flatMap((section) => {
    const places = section.places?.filter(isOpenTo(reader));
    if (!places) return section;
    return places[0] ? { ...section, to: places[0].to, places } : [];
  });
}

export function actionsFor(reader: Reader): Action[] {
  return actions.filter(isOpenTo(reader));
}

function isOpenTo(reader: Reader) {
  return ({ permission, own, to }: Place) => {
    if (own && !reader.hasRecord) return false;
    if (to === "/" && beginsAtOwnRecord(reader)) return false;
    return !permission || may(reader, permission);
  };
}
