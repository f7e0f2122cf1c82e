/** A flower shop's orders, gardens and streets, made up for the living page. */
import { z } from "zod";
import { says } from "~/platform/forms";
import { fold } from "~/platform/text";
import { type BranchPart, top } from "~/ui/tree-rows";
import { uiWords } from "~/ui/words";
import { galleryWords } from "./words";

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

export const orderSchema = z.object({
  name: z.string().trim().min(1).max(60),
  phone: z.string().trim().max(20),
  born: z.object({ year: z.number(), month: z.number().optional(), day: z.number().optional() }).nullable(),
  delivery: day,
  pieces: z.number().int().min(1).max(10_000),
  kind: z.enum(["rose", "lotus", "daisy"]),
  way: z.enum(["shop", "home"]),
  extras: z.array(z.enum(["card", "vase", "ribbon"])),
  street: z.string().refine(Boolean, says(uiWords.choose)),
  note: z.string().max(500),
  secret: z.string().max(128),
  agree: z.boolean(),
});
export type OrderValues = z.infer<typeof orderSchema>;

export interface Order {
  id: string;
  name: string;
  street: string;
  state: "active" | "ending" | "unclear" | "stopped";
  price: number;
}

const states = ["active", "active", "ending", "unclear", "active", "stopped"] as const;
const people = galleryWords.vi.people.split(", ");
const streets = galleryWords.vi.streets.split(", ");

export const orders: Order[] = people.map((name, index) => ({
  id: String(index + 1),
  name,
  street: streets[index % streets.length] ?? "",
  state: states[index % states.length] ?? "active",
  price: 45_000 * (index + 1) ** 2,
}));

export function findOrders(q: string, sort: string): Order[] {
  const found = orders.filter(({ name }) => fold(name).includes(fold(q)));
  const order = sort.endsWith("price")
    ? (a: Order, b: Order) => a.price - b.price
    : (a: Order, b: Order) => a.name.localeCompare(b.name, "vi");
  found.sort(order);
  return sort.startsWith("-") ? found.reverse() : found;
}

export function findStreets(q: string) {
  return streets
    .filter((name) => fold(name).includes(fold(q)))
    .map((name, index) => ({ id: String(index), name, path: galleryWords.vi.city }));
}

/** Gardens 1 to 34, each with as many beds as a province has communes; the beds come in parts of 60. */
export function gardens(of: string, from = 0): BranchPart {
  const { garden, gardens: name } = galleryWords.vi;
  const isTop = of === top;
  const total = isTop ? 34 : 98;
  const nodes = Array.from({ length: total }, (_, index) => ({
    id: isTop ? `${index + 1}` : `${of}.${index + 1}`,
    label: isTop ? name(index + 1) : garden(index + 1),
    note: isTop ? "98" : undefined,
    hasChildren: isTop,
  }));
  return { nodes: nodes.slice(from, from + 60), from, total };
}
