/** The bar above the list of materials: search, filters as pills, the export. */

import { languageLabels } from "~/materials/language-labels";
import { circulations, materialKinds, materialLanguages, materialStates } from "~/materials/material";
import { words as materialWords } from "~/materials/words";
import { PlainComboboxField, PlainSelectField } from "~/ui/field";
import { useLanguage, useWords } from "~/ui/language";
import { ListBar, type Pill } from "~/ui/list-bar";
import { PlainUnitPicker } from "~/units";
import { type MaterialQuery, validities } from "./material-query";
import { words as listWords } from "./words";

interface MaterialBarProps {
  query: MaterialQuery;
  unit: { id: string; name: string } | null;
  collection: { id: string; name: string } | null;
  topics: { id: string; name: string }[];
}

export function MaterialBar({ query, unit, collection, topics }: MaterialBarProps) {
  const words = useWords(listWords);
  const { fields, kinds, states, circulations: circulationNames } = useWords(materialWords);
  const languages = languageLabels(useLanguage());
  const topic = topics.find(({ id }) => id === query.topic);
  const pills: Pill[] = [
    ...(query.state ? [{ name: "state", label: states[query.state] }] : []),
    ...(query.kind ? [{ name: "kind", label: kinds[query.kind] }] : []),
    ...(query.topic ? [{ name: "topic", label: words.topicIs(topic?.name ?? "…") }] : []),
    ...(query.circulation ? [{ name: "circulation", label: circulationNames[query.circulation] }] : []),
    ...(query.collection ? [{ name: "collection", label: collection?.name ?? "…" }] : []),
    ...(query.unit ? [{ name: "unit", label: words.unitIs(unit?.name ?? "…") }] : []),
    ...(query.language
      ? [{ name: "language", label: words.languageIs(languages[query.language] ?? query.language) }]
      : []),
    ...(query.validity ? [{ name: "validity", label: words.validities[query.validity] }] : []),
  ];
  const select = <T extends string>(
    name: "state" | "kind" | "circulation" | "language" | "validity",
    label: string,
    values: readonly T[],
    names: Partial<Record<T, string>>,
  ) => (
    <PlainSelectField
      name={name}
      label={label}
      options={values.map((value) => ({ value, label: names[value] ?? value }))}
      defaultValue={query[name] ?? ""}
    />
  );
  return (
    <ListBar
      search={{ label: words.search, placeholder: words.search }}
      pills={pills}
      exportTo="/materials/export.xlsx"
      filters={
        <>
          {select("state", fields.state, materialStates, states)}
          {select("kind", fields.kind, materialKinds, kinds)}
          <PlainSelectField
            name="topic"
            label={fields.topics}
            options={topics.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={query.topic ?? ""}
          />
          {select("circulation", fields.circulation, circulations, circulationNames)}
          <PlainComboboxField
            name="collection"
            label={words.collection}
            source="/materials/collections/choices"
            placeholder={words.collectionPlaceholder}
            chosen={collection}
          />
          <PlainUnitPicker name="unit" label={fields.unit} chosen={unit} closedToo />
          {select("language", fields.language, materialLanguages, languages)}
          {select("validity", words.validity, validities, words.validities)}
        </>
      }
    />
  );
}
