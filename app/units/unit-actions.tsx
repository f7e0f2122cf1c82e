/** What can be done with a unit, for whoever may. */
import { GitBranchPlus, Move, PencilLine, RotateCcw, SquareX, Users } from "lucide-react";
import { ButtonLink } from "~/ui/button";
import { useWords } from "~/ui/language";
import { Menu, MenuLink } from "~/ui/menu";
import { PostButton } from "~/ui/post-button";
import { unitWords } from "./words";

interface UnitActionsProps {
  id: string;
  isClosed: boolean;
  mayEdit: boolean;
  maySeeRoster: boolean;
}

export function UnitActions({ id, isClosed, mayEdit, maySeeRoster }: UnitActionsProps) {
  const words = useWords(unitWords).buttons;
  return (
    <>
      {maySeeRoster && (
        <ButtonLink to={`/roster?unit=${id}`} icon={Users}>
          {words.roster}
        </ButtonLink>
      )}
      {mayEdit && isClosed && (
        <PostButton action={`/units/${id}/reopening`} icon={RotateCcw}>
          {words.reopen}
        </PostButton>
      )}
      {mayEdit && !isClosed && (
        <>
          <Menu label={words.actions}>
            <MenuLink to={`/units/new?under=${id}`} icon={GitBranchPlus}>
              {words.addUnder}
            </MenuLink>
            <MenuLink to={`/units/${id}/move`} icon={Move}>
              {words.move}
            </MenuLink>
            <MenuLink to={`/units/${id}/closing`} icon={SquareX}>
              {words.close}
            </MenuLink>
          </Menu>
          <ButtonLink to={`/units/${id}/change`} icon={PencilLine} variant="primary">
            {words.change}
          </ButtonLink>
        </>
      )}
    </>
  );
}
