/** The versions of a material, the newest first: what changed, when each went out, its files. */
import { ArrowLeftRight } from "lucide-react";
import { dayOf, showDay } from "~/platform/clock";
import { Badge } from "~/ui/badge";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Card, Section } from "~/ui/page";
import { FileList } from "./file-list";
import type { Version } from "./versions.server";
import { words as versionWords } from "./words";

interface VersionListProps {
  materialId: string;
  versions: Version[];
  currentId: string | null;
}

export function VersionList({ materialId, versions, currentId }: VersionListProps) {
  const words = useWords(versionWords);
  return versions.map((version) => (
    <Section
      key={version.id}
      title={words.version(version.number)}
      actions={
        version.number > 1 && (
          <ButtonLink
            to={`/materials/${materialId}/comparison?from=${version.number - 1}&to=${version.number}`}
            icon={ArrowLeftRight}
          >
            {words.compareVerb}
          </ButtonLink>
        )
      }
    >
      <Card>
        <div className="flex flex-col gap-1">
          <span className="flex flex-wrap items-center gap-2">
            <VersionBadge version={version} isCurrent={version.id === currentId} />
            <span className="text-caption text-soft">{whenOf(version, words)}</span>
          </span>
          <p className="font-medium">{version.number === 1 ? words.first : version.change}</p>
          <p className="text-caption text-soft">
            {[
              version.number > 1 && (version.asksAgain ? words.asked : words.notAsked),
              version.acknowledgeBy && words.acknowledgeBy(showDay(version.acknowledgeBy)),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
      </Card>
      {version.files.length > 0 ? (
        <FileList {...{ materialId, files: version.files }} label={words.filesOf(version.number)} />
      ) : (
        <p className="text-soft">{words.noFiles}</p>
      )}
    </Section>
  ));
}

function VersionBadge({ version, isCurrent }: { version: Version; isCurrent: boolean }) {
  const words = useWords(versionWords);
  if (isCurrent) return <Badge tone="green">{words.current}</Badge>;
  if (!version.publishedAt) return <Badge tone="blue">{words.preparing}</Badge>;
  return <Badge tone="amber">{words.superseded}</Badge>;
}

function whenOf(
  { publishedAt, publishedBy, createdAt, createdBy }: Version,
  words: (typeof versionWords)["vi"],
) {
  return publishedAt
    ? words.publishedOn(showDay(dayOf(new Date(publishedAt))), publishedBy ?? "")
    : words.begunOn(showDay(dayOf(new Date(createdAt))), createdBy ?? "");
}
