/** What a document's head says of itself, as proposals for the entry: which differ from what stands there. */
import { z } from "zod";
import type { Day } from "~/platform/clock";

export const proposedFields = ["title", "number", "issuer", "issuedOn"] as const;
export type ProposedField = (typeof proposedFields)[number];

/** "all", or one of them. */
export const takingSchema = z.object({ field: z.enum(["all", ...proposedFields]) });

export interface Proposed {
  field: ProposedField;
  value: string;
}

interface Head {
  title: string | null;
  number: string | null;
  issuer: string | null;
  issuedOn: Day | null;
}

export function proposalsFor(entry: Head, read: Head): Proposed[] {
  return proposedFields.flatMap((field) => {
    const value = read[field];
    return value && value !== entry[field] ? [{ field, value: value.slice(0, longest[field]) }] : [];
  });
}

const longest: Record<ProposedField, number> = { title: 300, number: 60, issuer: 200, issuedOn: 10 };
