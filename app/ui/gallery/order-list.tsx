/** The living page's list: search, pills, filters, columns, selection, cards on the phone. */
import { useSearchParams } from "@remix-run/react";
import { Flower2, Printer } from "lucide-react";
import { Badge, type Tone } from "~/ui/badge";
import { Button, ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PlainDateField, PlainSelectField } from "~/ui/field";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, Paging } from "~/ui/list-bar";
import { showNumber } from "~/ui/number";
import { type Column, DataTable, TwoFacts } from "~/ui/table";
import type { Order } from "./sample";
import { galleryWords } from "./words";

const tones: Record<Order["state"], Tone> = {
  active: "green",
  ending: "amber",
  unclear: "blue",
  stopped: "neutral",
};

export function OrderList({ orders }: { orders: Order[] }) {
  const words = useWords(galleryWords);
  const language = useLanguage();
  const [params] = useSearchParams();
  const columns: Column<Order>[] = [
    {
      key: "name",
      label: words.name,
      cell: ({ name, street }) => <TwoFacts first={name} second={street} />,
      sort: "name",
      always: true,
    },
    { key: "street", label: words.street, cell: ({ street }) => street, hideOnPhone: true },
    {
      key: "state",
      label: words.state,
      cell: ({ state }) => <Badge tone={tones[state]}>{words[state]}</Badge>,
    },
    {
      key: "price",
      label: words.price,
      cell: ({ price }) => showNumber(price, language),
      sort: "price",
      align: "end",
    },
    { key: "id", label: "#", cell: ({ id }) => id, align: "end", optional: true },
  ];
  const state = params.get("state") as Order["state"] | null;
  return (
    <>
      <ListBar
        search={{ label: words.searchOrders, placeholder: words.searchOrders }}
        pills={state ? [{ name: "state", label: `${words.state}: ${words[state]}` }] : []}
        filters={
          <>
            <PlainSelectField
              name="state"
              label={words.state}
              defaultValue={state ?? ""}
              options={(["active", "ending", "unclear", "stopped"] as const).map((value) => ({
                value,
                label: words[value],
              }))}
            />
            <PlainDateField name="day" label={words.delivery} />
          </>
        }
        columns={columns}
        exportTo="/ui/sample"
      />
      <DataTable
        label={words.list}
        columns={columns}
        rows={orders}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `?order=${id}`}
        defaultSort="name"
        selection={{
          rowLabel: ({ name }) => name,
          total: 1240,
          actions: () => <Button icon={Printer}>{words.bulk}</Button>,
        }}
        empty={
          <EmptyState
            icon={Flower2}
            title={words.empty}
            actions={
              <ButtonLink to="/ui" variant="primary">
                {words.emptyStep}
              </ButtonLink>
            }
          >
            {words.emptyText}
          </EmptyState>
        }
      />
      <Paging page={1} pageSize={50} total={10_000} more />
    </>
  );
}
