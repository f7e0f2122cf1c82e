/** What the pages begin with on which a decision is carried out: the unit's terms, the people who are known already. */
import type { Actor } from "~/platform/actor";
import { addDays, today } from "~/platform/clock";
import { db } from "~/platform/db.server";
import type { Level } from "~/roster/appointment";
import { type DecisionKind, recognitionKinds, showNumber } from "~/roster/decision";
import type { DecisionRecord } from "~/roster/decisions/decision-records.server";
import { findTerm, listTermsOf, type TermRecord } from "~/roster/terms/terms.server";
import type { Unit } from "~/units/index.server";
import type { ActKind } from "./act-lines";
import { actWords } from "./act-words";
import { findCandidates, listRenewable } from "./candidates.server";
import { newAct } from "./new-act";

/** Recognising, replacing and releasing. `people`: ids in the address, chosen on a list before. */
export async function openAct(
  actor: Actor,
  kind: Exclude<ActKind, "renewal">,
  decision: DecisionRecord,
  params: URLSearchParams,
) {
  const speakerIds = (params.get("people") ?? "").split(",").filter(isId).slice(0, 1000);
  const standingOn = kind === "recognition" ? null : addDays(decision.decidedOn, -1);
  const [terms, { candidates: people }, level] = await Promise.all([
    listTermsOf(decision.unitId),
    findCandidates(actor, { speakerIds, names: "", standingOn }),
    levelOf(decision.unitId),
  ]);
  const number = showNumber(decision.number);
  return {
    ...{ kind, people, terms, sources: null, newDecision: null },
    values: newAct(kind, { decision, terms, people, day: today(), level }),
    title: actWords[actor.language][`${kind}Title`](number),
    draft: `act-${kind}-${decision.id}`,
    back: { label: number, to: `/roster/decisions/${decision.id}` },
  };
}

/** A whole term renewed by a decision that is there; `from`: the term whose people come into the list. */
export async function openRenewal(actor: Actor, decision: DecisionRecord, from: string | null) {
  const terms = await listTermsOf(decision.unitId);
  const before = terms.find(({ endsOn }) => endsOn < addDays(decision.decidedOn, 366));
  const chosen = from && isId(from) ? await findTerm(actor, from) : before;
  const people = chosen ? await listRenewable(actor, { termId: chosen.id }) : [];
  const number = showNumber(decision.number);
  return {
    ...{ kind: "renewal" as const, people, terms, newDecision: null },
    sources: { terms, chosen: chosen?.id ?? null },
    values: newAct("renewal", { decision, terms, people, from: chosen, day: today() }),
    title: actWords[actor.language].renewalTitle(number),
    draft: `act-renewal-${decision.id}-${chosen?.id}`,
    back: { label: number, to: `/roster/decisions/${decision.id}` },
  };
}

const renewing: readonly DecisionKind[] = recognitionKinds;

/**
 * The people of a term, renewed by a decision that is entered on the same page. `days`: only those whose own time ends
 * within so many; where the term itself lasts longer, they are renewed until its end.
 */
export async function openTermRenewal(actor: Actor, term: TermRecord, days: number | null) {
  const by = days === null ? undefined : addDays(today(), days);
  const [terms, people, last] = await Promise.all([
    listTermsOf(term.unitId),
    listRenewable(actor, { termId: term.id, by }),
    lastDecisionOf({ termId: term.id }),
  ]);
  const goesOn = by !== undefined && term.endsOn > by;
  const values = newAct("renewal", { decision: null, terms, people, from: term, day: today(), last });
  const [firstEnd] = people.flatMap(({ appointment }) => appointment?.endsOn ?? []).sort();
  return {
    ...{ kind: "renewal" as const, people, terms, sources: null, newDecision: renewing },
    values:
      goesOn && firstEnd
        ? { ...values, term: term.id, startsOn: addDays(firstEnd, 1), endsOn: term.endsOn }
        : values,
    title: actWords[actor.language].termRenewalTitle(term.name, term.unitName),
    draft: `act-renewal-term-${term.id}-${days}`,
    back: { label: "", to: "/roster/terms" },
  };
}

/** The same for people whose appointments name no term and end within some days. */
export async function openUnitRenewal(actor: Actor, unit: Unit, days: number) {
  const [terms, people, last] = await Promise.all([
    listTermsOf(unit.id),
    listRenewable(actor, { unitId: unit.id, by: addDays(today(), days) }),
    lastDecisionOf({ unitId: unit.id, termId: null }),
  ]);
  return {
    ...{ kind: "renewal" as const, people, terms, sources: null, newDecision: renewing },
    values: newAct("renewal", { decision: null, terms, people, day: today(), last }),
    title: actWords[actor.language].unitRenewalTitle(unit.name),
    draft: `act-renewal-unit-${unit.id}`,
    back: { label: "", to: "/roster/terms" },
  };
}

/** Who issued and signed the last decision that these people were recognised by. */
function lastDecisionOf(recognised: { unitId?: string; termId: string | null }) {
  return db.decision.findFirst({
    where: { recognised: { some: recognised } },
    orderBy: { decidedOn: "desc" },
    select: { issuer: true, signer: true },
  });
}

async function levelOf(unitId: string): Promise<Level> {
  const { level } = await db.unit.findUniqueOrThrow({ where: { id: unitId }, select: { level: true } });
  return level === "district_legacy" ? "commune" : (level as Level);
}

function isId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}
