-- Whom materials are for: rules are found by the units above a reader; an empty list is never null.

-- AlterTable
ALTER TABLE "audience_rule" ALTER COLUMN "unit_ids" SET DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "roles" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "levels" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "networks" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "topic_ids" SET DEFAULT ARRAY[]::UUID[],
ALTER COLUMN "languages" SET DEFAULT ARRAY[]::TEXT[],
ALTER COLUMN "staff" SET DEFAULT ARRAY[]::TEXT[];

-- By hand: Prisma cannot say that a list is never null.
ALTER TABLE "audience_rule" ALTER COLUMN "unit_ids" SET NOT NULL,
ALTER COLUMN "roles" SET NOT NULL,
ALTER COLUMN "levels" SET NOT NULL,
ALTER COLUMN "networks" SET NOT NULL,
ALTER COLUMN "topic_ids" SET NOT NULL,
ALTER COLUMN "languages" SET NOT NULL,
ALTER COLUMN "staff" SET NOT NULL;

-- CreateIndex
CREATE INDEX "audience_rule_unit_ids_idx" ON "audience_rule" USING GIN ("unit_ids");
