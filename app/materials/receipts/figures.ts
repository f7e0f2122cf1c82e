/** The figures of reading over a period: what is asked for, and sums of it. No person is ranked or scored. */
import { z } from "zod";
import { addDays, type Day, today } from "~/platform/clock";
import { readDay } from "~/ui/typed-day";

export const looks = ["unit", "kind", "material"] as const;
export type Look = (typeof looks)[number];

export interface FiguresQuery {
  by: Look;
  /** Versions that went out from this day to that day, both included. */
  from: Day;
  to: Day;
  page: number;
}

/** A page's own lines; the sheet holds all. */
export const pageSize = 100;

const usualDays = 90;

export function readFiguresQuery({ searchParams }: URL): FiguresQuery {
  const day = (name: string, usual: Day) => readDay(searchParams.get(name) ?? "") ?? usual;
  const by = z.enum(looks).catch("unit").parse(searchParams.get("by"));
  const to = day("to", today());
  const from = day("from", addDays(to, -usualDays));
  const page = z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .catch(1)
    .parse(searchParams.get("page") ?? "1");
  return from <= to ? { by, from, to, page } : { by, from: to, to: from, page };
}

/** Each recipient of each material is one. */
export interface Sums {
  materials: number;
  addressed: number;
  opened: number;
  /** Of those asked to acknowledge: by the last day; after it; not at all. */
  inTime: number;
  late: number;
  not: number;
}

export interface FigureLine extends Sums {
  key: string;
  /** A unit's or a material's name; of a kind its code. */
  name: string;
  path: string | null;
}

export const nothing: Sums = { materials: 0, addressed: 0, opened: 0, inTime: 0, late: 0, not: 0 };

export function add(one: Sums, other: Sums): Sums {
  return {
    materials: one.materials + other.materials,
    addressed: one.addressed + other.addressed,
    opened: one.opened + other.opened,
    inTime: one.inTime + other.inTime,
    late: one.late + other.late,
    not: one.not + other.not,
  };
}
