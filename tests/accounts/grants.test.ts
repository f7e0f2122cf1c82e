/** Who may grant what: nobody gives, takes or manages more than they hold. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles } from "~/accounts";
import { holdsThere, mayGrant, mayManage } from "~/accounts/grants/grants";
import { grantRole, isManager, revokeRole } from "~/accounts/grants/grants.server";
import { type Permission, permissions, permissionsOf } from "~/accounts/permissions";
import { words } from "~/accounts/words";
import { db } from "~/platform/db.server";
import { makeActor, makeUnit, makeUser } from "../factories";

// A small tree by the ids of the units above each: root > a > a1, root > b; and another root.
const tree: Record<string, string[]> = {
  root: ["root"],
  a: ["a", "root"],
  a1: ["a1", "a", "root"],
  b: ["b", "root"],
  other: ["other"],
};
const unitIds = Object.keys(tree);
const above = (unitId: string) => tree[unitId] ?? [];
const grant = fc.record({ role: fc.constantFrom(...roles), unitId: fc.constantFrom(...unitIds) });
const placed = (one: { role: string; unitId: string }) => ({ ...one, above: above(one.unitId) });

describe("for any grants in any places", () => {
  test("what may be granted gives nobody, anywhere, what the granter has not", () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 5 }), grant, (granter, wanted) => {
        if (!mayGrant(granter, placed(wanted))) return;
        for (const unitId of unitIds.filter((id) => above(id).includes(wanted.unitId))) {
          for (const permission of permissionsOf(wanted.role)) {
            expect(holdsThere(granter, permission, above(unitId))).toBe(true);
          }
          const manages = wanted.role === "speaker" ? "roster.access" : "accounts.manage";
          expect(holdsThere(granter, manages, above(unitId))).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("whom one may manage holds nothing, anywhere, that one has not", () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 4 }), fc.array(grant, { maxLength: 3 }), (manager, theirs) => {
        if (!mayManage(manager, theirs.map(placed))) return;
        for (const unitId of unitIds) {
          for (const permission of Object.keys(permissions) as Permission[]) {
            if (holdsThere(theirs, permission, above(unitId))) {
              expect(holdsThere(manager, permission, above(unitId))).toBe(true);
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("an administrator of the whole may grant every role everywhere under it", () => {
    const administrator = [{ role: "system_administrator", unitId: "root" }];
    for (const role of roles) {
      expect(mayGrant(administrator, placed({ role, unitId: "a1" }))).toBe(true);
      expect(mayGrant(administrator, placed({ role, unitId: "other" }))).toBe(false);
    }
  });
});

describe("in the database", () => {
  test("a role is granted once, with a line in the log, and taken back", async () => {
    const unit = await makeUnit({ name: "Xã Bình Minh" });
    const actor = await makeActor({ role: "system_administrator", unit, permission: "accounts.manage" });
    await makeActor({ role: "system_administrator", unit });
    const user = await makeUser({ name: "Trần Văn An" });
    await grantRole(actor, user.id, { role: "commune_officer", unitId: unit.id });
    await expect(grantRole(actor, user.id, { role: "commune_officer", unitId: unit.id })).rejects.toThrow(
      words.vi.hasRole,
    );
    const [given] = await db.grant.findMany({ where: { userId: user.id } });
    expect([given?.role, given?.unitId, given?.grantedBy]).toEqual([
      "commune_officer",
      unit.id,
      actor.userId,
    ]);
    await revokeRole(actor, user.id, given?.id ?? "");
    expect(await db.grant.count({ where: { userId: user.id } })).toBe(0);
    const lines = await db.auditLine.findMany({ where: { subjectId: user.id }, orderBy: { id: "asc" } });
    expect(lines.map(({ action, title, before, after }) => ({ action, title, before, after }))).toEqual([
      {
        action: "account.role_granted",
        title: "Trần Văn An",
        before: {},
        after: { role: "commune_officer", unit: "Xã Bình Minh" },
      },
      {
        action: "account.role_revoked",
        title: "Trần Văn An",
        before: { role: "commune_officer", unit: "Xã Bình Minh" },
        after: {},
      },
    ]);
  });

  test("a granter of one commune cannot grant at another, nor above, nor manage who has more", async () => {
    const root = await makeUnit();
    const [own, sibling] = [await makeUnit({ parent: root }), await makeUnit({ parent: root })];
    const actor = await makeActor({ role: "system_administrator", unit: own, permission: "accounts.manage" });
    const user = await makeUser();
    for (const unit of [sibling, root]) {
      await expect(grantRole(actor, user.id, { role: "speaker", unitId: unit.id })).rejects.toThrow(
        words.vi.unitNotFound,
      );
    }
    const greater = await makeUser({ grants: [{ role: "auditor", unit: root }] });
    expect(await isManager(actor, greater.id)).toBe(false);
    await expect(grantRole(actor, greater.id, { role: "speaker", unitId: own.id })).rejects.toThrow(
      words.vi.personHasMore,
    );
    const [theirs] = await db.grant.findMany({ where: { userId: greater.id } });
    await expect(revokeRole(actor, greater.id, theirs?.id ?? "")).rejects.toThrow(/chưa có quyền/);
  });
});
