/** The appointments of two records and what becomes of each: moved, joined, or chosen where they contradict. */
import { get, useFormContext } from "react-hook-form";
import { showDay } from "~/platform/clock";
import { words as rosterWords } from "~/roster/words";
import { Badge } from "~/ui/badge";
import { useWords } from "~/ui/language";
import { levelWords } from "~/units";
import { joined, outcomes } from "./merge";
import { Choice } from "./merge-fields";
import type { MergePreview } from "./merge-preview.server";
import { words as doubleWords } from "./words";

type ShownPost = MergePreview["free"][number];

export function MergeAppointments({ preview: { free, clashes } }: { preview: MergePreview }) {
  const { merge } = useWords(doubleWords);
  if (free.length + clashes.length === 0) return <p className="text-soft">{merge.noAppointments}</p>;
  return (
    <ul className="flex flex-col gap-3">
      {clashes.map((clash) => (
        <li key={clash.key} className="rounded-card border border-line bg-paper px-5 py-3 phone:px-4">
          <ClashChoice clash={clash} />
        </li>
      ))}
      {free.map((post) => (
        <li key={post.id} className="rounded-card border border-line bg-paper px-5 py-3 phone:px-4">
          <Post post={post} />
          <p className="mt-1">
            <Badge>{post.side === "one" ? merge.outcomes.kept : merge.outcomes.moved}</Badge>
          </p>
        </li>
      ))}
    </ul>
  );
}

function ClashChoice({ clash }: { clash: MergePreview["clashes"][number] }) {
  const { merge } = useWords(doubleWords);
  const { formState } = useFormContext();
  const { key, posts, isContradictory, mayJoin } = clash;
  const whole = joined(posts);
  const error: string | undefined = get(formState.errors, `appointments.${key}.message`);
  return (
    <fieldset
      aria-invalid={error ? true : undefined}
      tabIndex={error ? -1 : undefined}
      className="flex flex-col gap-2"
    >
      <legend className="pb-1">
        <Badge tone={isContradictory ? "amber" : "green"}>
          {isContradictory ? merge.outcomes.choose : merge.outcomes.join}
        </Badge>
      </legend>
      {posts.map((post) => (
        <Post key={post.id} post={post} said={merge[post.side]} />
      ))}
      {mayJoin && <p className="text-table text-soft">{merge.joined(spanOf(whole, merge.open))}</p>}
      <div className="flex flex-wrap gap-x-6">
        {outcomes
          .filter((outcome) => mayJoin || outcome !== "join")
          .map((outcome) => (
            <Choice key={outcome} name={`appointments.${key}`} value={outcome}>
              {merge.choices[outcome]}
            </Choice>
          ))}
      </div>
      {error && (
        <p role="alert" className="text-table font-medium text-red">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function Post({ post, said }: { post: ShownPost; said?: string }) {
  const { merge } = useWords(doubleWords);
  const { roles, networks, reasons } = useWords(rosterWords);
  const levels = useWords(levelWords);
  const facts = [
    networks[post.network as keyof typeof networks],
    levels[post.level as keyof typeof levels],
    post.decision ?? merge.noDecision,
    post.endReason && merge.ended(reasons[post.endReason as keyof typeof reasons]),
  ];
  return (
    <div>
      {said && <p className="text-caption font-semibold">{said}</p>}
      <p className="font-medium">
        {roles[post.role as keyof typeof roles]}, {post.unitName}
        <span className="font-normal tabular-nums"> · {spanOf(post, merge.open)}</span>
      </p>
      <p className="text-caption text-soft">{facts.filter(Boolean).join(" · ")}</p>
    </div>
  );
}

function spanOf({ startsOn, endsOn }: { startsOn: string; endsOn: string | null }, open: string): string {
  return `${showDay(startsOn)} – ${endsOn ? showDay(endsOn) : open}`;
}
