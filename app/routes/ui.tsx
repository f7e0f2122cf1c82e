/** The living page of all common parts, for developers and for the practice department. */
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Building2, Flower2, LayoutDashboard } from "lucide-react";
import { env } from "~/platform/env";
import { handleForm } from "~/platform/forms.server";
import { Refusal } from "~/platform/refusal";
import { Gallery } from "~/ui/gallery/gallery";
import { findOrders, gardens, orderSchema } from "~/ui/gallery/sample";
import { galleryWords } from "~/ui/gallery/words";
import { useWords } from "~/ui/language";
import { Shell } from "~/ui/shell";

export function loader({ request }: LoaderFunctionArgs) {
  if (env.NODE_ENV === "production" && !env.DEMO) throw new Response(null, { status: 404 });
  const { searchParams } = new URL(request.url);
  return {
    orders: findOrders(searchParams.get("q") ?? "", searchParams.get("sort") ?? "name"),
    gardens: gardens(""),
  };
}

export function action({ request }: ActionFunctionArgs) {
  return handleForm(request, orderSchema, async ({ name }) => {
    if (name === galleryWords.vi.nameHelp.split(/[“”]/)[1]) throw new Refusal(galleryWords.nameTaken, "name");
    return { saved: true };
  });
}

export default function LivingPage() {
  const words = useWords(galleryWords);
  const { orders, gardens } = useLoaderData<typeof loader>();
  const entries = [
    { label: words.list, to: "/ui", icon: Flower2, waiting: { count: 3, say: words.waiting } },
    { label: words.facts, to: "/ui/facts", icon: LayoutDashboard },
    { label: words.tree, to: "/ui/tree", icon: Building2 },
  ];
  return (
    <Shell
      entries={entries}
      person={{ name: words.first, unit: words.city }}
      practice
      palette={() => entries}
    >
      <Gallery orders={orders} gardens={gardens} />
    </Shell>
  );
}
