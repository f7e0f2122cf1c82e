/** What the trail says of each person whom an act touched. */
import type { Change, Facts } from "~/platform/audit.server";
import { addDays } from "~/platform/clock";
import { words as rosterWords } from "~/roster/words";
import type { Line } from "./act";
import type { Plan } from "./act-check";
import type { Step } from "./act-step";

interface Named {
  decision: string;
  term: string | null;
}

/** Lines by their action; who leaves and who comes are named in each other's. */
export function changesOf(lines: Line[], steps: Step[], plan: Plan, named: Named): Map<string, Change[]> {
  const changes = new Map<string, Change[]>();
  const nameOf = (id: string | null) => (id && plan.people.get(id)?.fullName) || null;

  function tell(action: string, speakerId: string, before: Facts, after: Facts) {
    const person = plan.people.get(speakerId);
    if (!person) return;
    const about = { kind: "speaker", id: person.id, title: person.fullName, unitId: person.unitId };
    changes.set(action, [...(changes.get(action) ?? []), { ...about, before, after }]);
  }

  for (const [at, { begins, ends }] of steps.entries()) {
    if (ends?.reason) {
      const was = plan.held.get(ends.appointmentId);
      tell(
        "speaker.released",
        ends.speakerId,
        {},
        {
          appointments: was ? [rosterWords.vi.record.role(rosterWords.vi.roles[was.role], was.unitName)] : [],
          releasedOn: addDays(ends.endsOn, 1),
          reason: ends.reason,
          endDecision: named.decision,
          replacedBy: nameOf(ends.replacedBy),
        },
      );
    }
    if (begins) {
      const { role, network, level, startsOn, endsOn } = begins;
      const facts = { role, network, level, startsOn, endsOn, decision: named.decision };
      const action = lines[at]?.does === "renew" ? "speaker.renewed" : "speaker.appointed";
      tell(
        action,
        begins.speakerId,
        {},
        {
          ...facts,
          appointmentUnit: plan.units.get(begins.unitId)?.name,
          term: begins.term === "act" ? named.term : null,
          replaces: nameOf(begins.replaces),
        },
      );
    }
  }
  return changes;
}
