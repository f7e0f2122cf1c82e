/** What is known of a person, part by part. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useOutletContext } from "@remix-run/react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { found, idIn } from "~/platform/found.server";
import { Overview } from "~/roster/record/overview";
import { maskFields } from "~/roster/record/private.server";
import { findSkills } from "~/roster/record/record.server";
import type { SpeakerRecord } from "~/roster/speakers.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "roster.view");
  const { held, ...skills } = found(await findSkills(actor, idIn(params.speakerId)));
  return {
    skills,
    masked: await maskFields(held),
    mayReveal: may(actor, "roster.reveal"),
    mayGiveAccess: may(actor, "roster.access"),
  };
}

export default function SpeakerOverview() {
  const { skills, masked, mayReveal, mayGiveAccess } = useLoaderData<typeof loader>();
  const { speaker, mayEdit } = useOutletContext<{ speaker: SpeakerRecord; mayEdit: boolean }>();
  return (
    <Overview
      key={speaker.id}
      speaker={speaker}
      skills={skills}
      masked={masked}
      may={{ edit: mayEdit, reveal: mayReveal, access: mayGiveAccess }}
    />
  );
}
