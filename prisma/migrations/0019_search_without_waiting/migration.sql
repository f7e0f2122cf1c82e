-- What every search in materials begins with: all that is out for everybody, from an index alone.
CREATE INDEX "material_public_idx" ON "material" ("id") INCLUDE ("current_id", "unit_id", "published_at")
  WHERE "state" = 'published' AND "trashed_at" IS NULL AND "circulation" = 'public' AND "current_id" IS NOT NULL;

-- Title, number and issuer are looked for as one: folded once, not by every question for every row.
DROP INDEX "material_search_title_idx";
ALTER TABLE "material" DROP COLUMN "search_title",
  ADD COLUMN "search_name" TEXT GENERATED ALWAYS AS
    (lower(immutable_unaccent(title || ' ' || coalesce(number, '') || ' ' || coalesce(issuer, '')))) STORED NOT NULL;
CREATE INDEX "material_search_name_idx" ON "material" USING GIN ("search_name" gin_trgm_ops);
ANALYZE "material";
