/** Who the lines of an act are: those the page brought, those found since, and those of a draft, asked for by their ids. */
import { useEffect, useState } from "react";
import { addDays } from "~/platform/clock";
import { askAbout } from "~/ui/ask";
import type { LineInput } from "./act";
import type { Candidate } from "./candidates";
import { keyOf } from "./use-outcomes";

export function usePeople(brought: Candidate[], lines: LineInput[], day: string | null) {
  const [found, setFound] = useState<ReadonlyMap<string, Candidate>>(new Map());
  const known = new Map([...asEntries(brought), ...found]);
  const strangers = [
    ...new Set(lines.filter((line) => !known.has(keyOf(line))).map((line) => line.speakerId)),
  ];
  const asked = strangers.join(",");

  function remember(people: Candidate[]) {
    setFound((before) => new Map([...before, ...asEntries(people)]));
  }
  useEffect(() => {
    if (!asked) return;
    const asking = new AbortController();
    const standingOn = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? addDays(day, -1) : null;
    askAbout<{ candidates: Candidate[] }>(
      "/roster/decisions/people",
      { speakerIds: asked.split(","), standingOn },
      asking.signal,
    ).then((answer) => {
      if (answer) setFound((before) => new Map([...before, ...asEntries(answer.candidates)]));
    });
    return () => asking.abort();
  }, [asked, day]);
  return { personOf: (line: LineInput) => known.get(keyOf(line)), remember };
}

function asEntries(people: Candidate[]): [string, Candidate][] {
  return people.map((person) => [
    keyOf({ speakerId: person.speakerId, appointmentId: person.appointment?.id ?? "" }),
    person,
  ]);
}
