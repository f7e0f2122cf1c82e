/** The living page of all common parts. */
import { Upload } from "lucide-react";
import { Badge } from "~/ui/badge";
import { Button } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Facts, Page, Section } from "~/ui/page";
import { Tabs } from "~/ui/tabs";
import { Tree } from "~/ui/tree";
import { type BranchPart, top } from "~/ui/tree-rows";
import { UploadMany } from "~/ui/upload-many";
import { OrderForm } from "./order-form";
import { OrderList } from "./order-list";
import { Boxes, Buttons, States } from "./parts";
import type { Order } from "./sample";
import { galleryWords } from "./words";

export function Gallery({ orders, gardens }: { orders: Order[]; gardens: BranchPart }) {
  const words = useWords(galleryWords);
  return (
    <Page
      title={words.title}
      summary={words.summary}
      breadcrumbs={[{ label: words.tabFirst, to: "/" }]}
      actions={<Button icon={Upload}>{words.importOrders}</Button>}
    >
      <Section title={words.list}>
        <OrderList orders={orders} />
      </Section>
      <Buttons />
      <States />
      <Boxes />
      <Section title={words.facts}>
        <Facts
          facts={[
            { label: words.name, value: words.first },
            { label: words.state, value: <Badge tone="green">{words.active}</Badge> },
            { label: words.delivery, value: "23/11/2026" },
            { label: words.note, value: null },
          ]}
        />
        <Tabs
          label={words.tabs}
          tabs={[
            { to: "/ui", label: words.tabFirst },
            { to: "/ui/history", label: words.tabSecond, count: 12 },
          ]}
        />
      </Section>
      <Section title={words.form}>
        <OrderForm />
      </Section>
      <Section title={words.uploads}>
        <UploadMany
          purpose="ui.sample"
          subjectId="sample"
          label={words.uploadsLabel}
          accept=".pdf,.docx,.jpg"
          declaration={words.uploadsDeclaration}
        />
      </Section>
      <Section title={words.tree}>
        <Tree
          label={words.treeLabel}
          tree={{ [top]: gardens }}
          source={(of, from) => `/ui/sample?of=${of}&from=${from}`}
        />
      </Section>
    </Page>
  );
}
