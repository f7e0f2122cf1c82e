/** The frame of the page on which leaders look at their own people's reading of somebody else's material. */
import type { ReactNode } from "react";
import { useWords } from "~/ui/language";
import { Page } from "~/ui/page";
import { words as receiptWords } from "./words";

interface OwnPeoplePageProps {
  material: { id: string; title: string };
  children: ReactNode;
}

export function OwnPeoplePage({ material, children }: OwnPeoplePageProps) {
  const words = useWords(receiptWords);
  return (
    <Page
      title={material.title}
      summary={words.title}
      breadcrumbs={[{ label: words.figures.title, to: "/materials/figures" }]}
    >
      {children}
    </Page>
  );
}
