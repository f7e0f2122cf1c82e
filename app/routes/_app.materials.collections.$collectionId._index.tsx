/** A conference or collection: what was handed out, in its order. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Pencil, Plus } from "lucide-react";
import { may } from "~/accounts";
import { requireActor } from "~/accounts/index.server";
import { findCollection } from "~/materials/collections/collections.server";
import { MemberList } from "~/materials/collections/member-list";
import { listMembers } from "~/materials/collections/members.server";
import { words as collectionWords } from "~/materials/collections/words";
import { words as materialWords } from "~/materials/words";
import { showDay } from "~/platform/clock";
import { found, idIn } from "~/platform/found.server";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Facts, Page } from "~/ui/page";
import { PostButton } from "~/ui/post-button";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request, "materials.view");
  const collection = found(await findCollection(actor, idIn(params.collectionId)));
  const members = await listMembers(actor, collection.id);
  return { collection, members, mayEdit: may(actor, "materials.edit") };
}

export default function CollectionPage() {
  const { collection, members, mayEdit } = useLoaderData<typeof loader>();
  const words = useWords(collectionWords);
  const { materials } = useWords(materialWords);
  const { id, kind, title, heldOn, topic, note, unitName } = collection;
  const to = `/materials/collections/${id}`;
  const actions = mayEdit && (
    <>
      <ButtonLink to={`${to}/edit`} icon={Pencil}>
        {words.edit}
      </ButtonLink>
      {kind === "conference" && (
        <ButtonLink to={`/materials/new?conference=${id}`} icon={Plus} variant="primary">
          {words.newMaterial}
        </ButtonLink>
      )}
    </>
  );
  return (
    <Page
      title={title}
      summary={heldOn ? words.held(showDay(heldOn), unitName) : unitName}
      breadcrumbs={[
        { label: materials, to: "/materials" },
        { label: words.title, to: "/materials/collections" },
      ]}
      actions={actions}
    >
      <Facts
        facts={[
          { label: words.fields.collectionKind, value: words.kinds[kind] },
          ...(topic ? [{ label: words.fields.topic, value: topic.name }] : []),
          { label: words.fields.materials, value: words.counted(members.length) },
          ...(note ? [{ label: words.fields.note, value: note }] : []),
        ]}
      />
      <MemberList collectionId={id} members={members} mayEdit={mayEdit} />
      {mayEdit && members.length === 0 && (
        <span>
          <PostButton action={`${to}/removal`} variant="danger">
            {words.remove}
          </PostButton>
        </span>
      )}
    </Page>
  );
}
