/** The shell around every page of a signed-in person. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import {
  Outlet,
  type ShouldRevalidateFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "@remix-run/react";
import { requireActor } from "~/accounts/index.server";
import { actionsFor, beginsAtOwnRecord, sectionsFor } from "~/nav";
import { navWords } from "~/nav/words";
import { useLanguage } from "~/ui/language";
import { Shell } from "~/ui/shell";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { name, workplace, grants, speakerId, unread = 0 } = actor;
  const roles = grants.map(({ role }) => role);
  return { name, unit: workplace, roles, hasRecord: speakerId !== undefined, unread };
}

/** Who is there does not change from page to page: only after something was sent. */
export function shouldRevalidate({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formMethod ? defaultShouldRevalidate : false;
}

export default function SignedIn() {
  const { name, unit, roles, hasRecord, unread } = useLoaderData<typeof loader>();
  const practice = useRouteLoaderData<{ practice: boolean }>("root")?.practice ?? false;
  const language = useLanguage();
  const reader = { hasRecord, grants: roles.map((role) => ({ role, unitId: "" })) };
  const start = beginsAtOwnRecord(reader) ? "/me" : "/";
  const sections = sectionsFor(reader).map(({ label, icon, to, places }) => ({
    label: label[language],
    icon,
    to,
    waiting:
      to === start && unread > 0
        ? { count: unread, say: navWords[language].unreadCounted(unread) }
        : undefined,
    places: places?.map((place) => ({ label: place.label[language], to: place.to })),
  }));
  function palette() {
    const pages = sections.flatMap(({ icon, places, ...section }) =>
      (places ?? [section]).map((place) => ({ ...place, icon, note: navWords[language].page })),
    );
    const actions = actionsFor(reader).map(({ label, icon, to }) => ({
      ...{ icon, to },
      label: label[language],
      note: navWords[language].action,
    }));
    return [...pages, ...actions];
  }
  return (
    <Shell entries={sections} person={{ name, unit }} practice={practice} palette={palette}>
      <Outlet />
    </Shell>
  );
}
