-- Written by hand: what Prisma cannot express. The agreement check (npm run db:check) leaves it alone.

-- Search without tone marks, substring search, exclusion constraints over uuid columns.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- unaccent() is only STABLE because its dictionary may change; naming the dictionary makes it fit for generated columns.
CREATE FUNCTION immutable_unaccent(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT public.unaccent('public.unaccent', normalize($1, NFC)) $$;

-- Vietnamese name order as plain bytes, so that lists sort and page several times faster than by an ICU collation:
-- for each part its letters in alphabet order, then its tone marks (ngang, huyền, hỏi, ngã, sắc, nặng).
-- Agrees with Intl.Collator('vi') and "vi-x-icu", part by part (tests/roster/name-order.test.ts).
CREATE FUNCTION name_sort_key(text[]) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$
    SELECT string_agg(
      translate(part,
        'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
        'AAAAAABBBBBBCCCCCCDEFGHHHHHHIIIIIIJKLMMMMMMNOPQRSSSSSSTTTTTTUUUUUUVWXYZ[[[[[[\\\\\\]^_``````a')
      || chr(1) ||
      rtrim(translate(part,
        'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
        '012345012345012345000001234501234500001234500000012345012345012345000000123450123450000123450'), '0'),
      chr(1) ORDER BY place)
    FROM unnest($1) WITH ORDINALITY AS parts(word, place), lower(normalize(word, NFC)) AS part
  $$;

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "vi-x-icu" NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "username" TEXT,
    "phone" TEXT,
    "language" TEXT,
    "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
    "second_factor_by" DATE,
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_reason" TEXT,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "search_name" TEXT NOT NULL GENERATED ALWAYS AS (lower(immutable_unaccent("name"))) STORED,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "speaker_id" UUID,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN DEFAULT true,
    "failed_verification_count" INTEGER DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "throttle" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "granted_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_line" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "address" TEXT,
    "device" TEXT,
    "request_id" TEXT,

    CONSTRAINT "audit_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "step" TEXT,
    "payload" JSONB NOT NULL,
    "result" JSONB,
    "problem" JSONB,
    "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "actor_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "speaker" (
    "id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "given_name" TEXT,
    "sort_name" TEXT[] COLLATE "vi-x-icu",
    "sort_key" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_sort_key("sort_name")) STORED,
    "search_name" TEXT NOT NULL GENERATED ALWAYS AS (lower(immutable_unaccent("full_name"))) STORED,
    "birth_year" INTEGER,
    "birth_month" INTEGER,
    "birth_day" INTEGER,
    "gender" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "position" TEXT,
    "workplace" TEXT,
    "education" TEXT,
    "political_theory" TEXT,
    "note" TEXT,
    "unit_id" UUID NOT NULL,
    "serves_until" DATE,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "term_id" UUID,
    "decision_id" UUID,
    "end_decision_id" UUID,
    "end_reason" TEXT,
    "note" TEXT,
    "keeper_id" UUID,
    "sort_key" TEXT COLLATE "C",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "issuer" TEXT,
    "signer" TEXT,
    "kind" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "term" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_import" (
    "id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'understood',
    "understanding" JSONB NOT NULL,
    "job_run_id" UUID,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committed_at" TIMESTAMPTZ(3),

    CONSTRAINT "roster_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_import_row" (
    "import_id" UUID NOT NULL,
    "sheet" TEXT NOT NULL,
    "row" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "values" JSONB,
    "outcome" TEXT NOT NULL DEFAULT 'pending',
    "speaker_id" UUID,

    CONSTRAINT "roster_import_row_pkey" PRIMARY KEY ("import_id","sheet","row")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "note" TEXT,
    "name" TEXT COLLATE "vi-x-icu" NOT NULL,
    "short_name" TEXT,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "code" TEXT,
    "parent_id" UUID,
    "sort_key" TEXT COLLATE "C" NOT NULL GENERATED ALWAYS AS (name_sort_key(ARRAY["name"])) STORED,
    "search_name" TEXT NOT NULL GENERATED ALWAYS AS (lower(immutable_unaccent("name"))) STORED,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_version" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "name" TEXT COLLATE "vi-x-icu" NOT NULL,
    "short_name" TEXT,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "code" TEXT,
    "parent_id" UUID,
    "reason" TEXT,
    "search_name" TEXT NOT NULL GENERATED ALWAYS AS (lower(immutable_unaccent("name"))) STORED,

    CONSTRAINT "unit_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_scope" (
    "ancestor_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "depth" INTEGER NOT NULL,

    CONSTRAINT "unit_scope_pkey" PRIMARY KEY ("ancestor_id","unit_id")
);

-- CreateTable
CREATE TABLE "unit_group" (
    "id" UUID NOT NULL,
    "name" TEXT COLLATE "vi-x-icu" NOT NULL,
    "note" TEXT,

    CONSTRAINT "unit_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_group_member" (
    "group_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,

    CONSTRAINT "unit_group_member_pkey" PRIMARY KEY ("group_id","unit_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_username_key" ON "user"("username");

-- CreateIndex
CREATE UNIQUE INDEX "user_phone_key" ON "user"("phone");

-- CreateIndex
CREATE UNIQUE INDEX "user_speaker_id_key" ON "user"("speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "credential_user_id_idx" ON "credential"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE INDEX "throttle_expire_idx" ON "throttle"("expire");

-- CreateIndex
CREATE INDEX "role_grant_unit_id_idx" ON "role_grant"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_user_id_role_unit_id_key" ON "role_grant"("user_id", "role", "unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_code_code_hash_key" ON "one_time_code"("code_hash");

-- CreateIndex
CREATE INDEX "one_time_code_user_id_idx" ON "one_time_code"("user_id");

-- CreateIndex
CREATE INDEX "audit_line_subject_kind_subject_id_id_idx" ON "audit_line"("subject_kind", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_line_actor_id_id_idx" ON "audit_line"("actor_id", "id");

-- CreateIndex
CREATE INDEX "audit_line_unit_idx" ON "audit_line"("unit_id", "id", "action", "at");

-- CreateIndex
CREATE INDEX "audit_line_action_id_idx" ON "audit_line"("action", "id");

-- CreateIndex
CREATE INDEX "audit_line_at_idx" ON "audit_line"("at");

-- CreateIndex
CREATE INDEX "job_run_actor_id_created_at_idx" ON "job_run"("actor_id", "created_at");

-- CreateIndex
CREATE INDEX "job_run_job_state_idx" ON "job_run"("job", "state");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_key_key" ON "stored_file"("key");

-- CreateIndex
CREATE INDEX "stored_file_sha256_idx" ON "stored_file"("sha256");

-- CreateIndex
CREATE INDEX "speaker_unit_list_idx" ON "speaker"("unit_id", "sort_key", "id", "serves_until", "search_name");

-- CreateIndex
CREATE INDEX "speaker_list_idx" ON "speaker"("sort_key", "id", "unit_id", "search_name");

-- CreateIndex
CREATE INDEX "speaker_serves_until_sort_key_id_idx" ON "speaker"("serves_until", "sort_key", "id");

-- CreateIndex
CREATE INDEX "speaker_updated_at_id_idx" ON "speaker"("updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "speaker_phone_idx" ON "speaker"("phone");

-- CreateIndex
CREATE INDEX "speaker_search_name_idx" ON "speaker" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "appointment_speaker_idx" ON "appointment"("speaker_id", "starts_on", "ends_on", "role", "network", "level", "decision_id");

-- CreateIndex
CREATE INDEX "appointment_keeper_list_idx" ON "appointment"("keeper_id", "sort_key", "speaker_id", "starts_on", "ends_on", "role", "network", "level", "decision_id");

-- CreateIndex
CREATE INDEX "appointment_unit_id_idx" ON "appointment"("unit_id");

-- CreateIndex
CREATE INDEX "appointment_decision_id_idx" ON "appointment"("decision_id");

-- CreateIndex
CREATE UNIQUE INDEX "decision_unit_id_number_key_decided_on_key" ON "decision"("unit_id", "number_key", "decided_on");

-- CreateIndex
CREATE UNIQUE INDEX "term_unit_id_name_key" ON "term"("unit_id", "name");

-- CreateIndex
CREATE INDEX "roster_import_actor_id_created_at_idx" ON "roster_import"("actor_id", "created_at");

-- CreateIndex
CREATE INDEX "unit_parent_id_idx" ON "unit"("parent_id");

-- CreateIndex
CREATE INDEX "unit_code_idx" ON "unit"("code");

-- CreateIndex
CREATE INDEX "unit_search_name_idx" ON "unit" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "unit_version_unit_id_valid_from_idx" ON "unit_version"("unit_id", "valid_from");

-- CreateIndex
CREATE INDEX "unit_version_parent_id_idx" ON "unit_version"("parent_id");

-- CreateIndex
CREATE INDEX "unit_version_search_name_idx" ON "unit_version" USING GIN ("search_name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "unit_scope_unit_id_idx" ON "unit_scope"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_group_name_key" ON "unit_group"("name");

-- CreateIndex
CREATE INDEX "unit_group_member_unit_id_idx" ON "unit_group_member"("unit_id");

-- AddForeignKey
ALTER TABLE "user" ADD CONSTRAINT "user_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker" ADD CONSTRAINT "speaker_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_decision_id_fkey" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_end_decision_id_fkey" FOREIGN KEY ("end_decision_id") REFERENCES "decision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "term" ADD CONSTRAINT "term_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import" ADD CONSTRAINT "roster_import_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import_row" ADD CONSTRAINT "roster_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "roster_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import_row" ADD CONSTRAINT "roster_import_row_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_scope" ADD CONSTRAINT "unit_scope_ancestor_id_fkey" FOREIGN KEY ("ancestor_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_scope" ADD CONSTRAINT "unit_scope_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_group_member" ADD CONSTRAINT "unit_group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "unit_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit_group_member" ADD CONSTRAINT "unit_group_member_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand from here on.

-- The exclusion constraints compare texts, not the columns themselves: else the planner takes their GiST index for
-- every look-up by unit or speaker: 0.13 ms each in the plan that showed it.

-- A unit has one name, kind and parent at a time.
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_no_overlap"
  EXCLUDE USING gist (("unit_id"::text) WITH =, daterange("valid_from", "valid_to", '[]') WITH &&);

-- Nobody holds the same role in the same network for the same unit twice at a time.
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_no_overlap"
  EXCLUDE USING gist (("speaker_id"::text || "unit_id"::text || "role" || "network") WITH =,
    daterange("starts_on", "ends_on", '[]') WITH &&);

ALTER TABLE "unit" ADD CONSTRAINT "unit_closes_after_it_opens" CHECK ("closed_on" >= "opened_on");
ALTER TABLE "unit_version" ADD CONSTRAINT "unit_version_ends_after_it_starts" CHECK ("valid_to" >= "valid_from");
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_ends_after_it_starts" CHECK ("ends_on" >= "starts_on");

-- Lists that ask for people by their appointments walk this alone, in name order.
CREATE INDEX "appointment_list_idx" ON "appointment"
  ("sort_key", "speaker_id", "starts_on", "ends_on", "keeper_id", "role", "network", "level", "decision_id");
-- The same for what is rare.
CREATE INDEX "appointment_network_level_role_idx" ON "appointment"
  ("network", "level", "role", "sort_key", "speaker_id", "starts_on", "ends_on", "keeper_id");
CREATE INDEX "appointment_starts_on_idx" ON "appointment" ("starts_on");
CREATE INDEX "appointment_ends_on_idx" ON "appointment" ("ends_on", "sort_key", "speaker_id", "keeper_id");
-- What the to-fix lists show.
CREATE INDEX "appointment_without_decision_idx" ON "appointment" ("sort_key", "speaker_id") INCLUDE ("keeper_id")
  WHERE "decision_id" IS NULL;
CREATE INDEX "appointment_of_keeper_without_decision_idx" ON "appointment" ("keeper_id", "sort_key", "speaker_id")
  WHERE "decision_id" IS NULL;
CREATE INDEX "speaker_without_phone_idx" ON "speaker" ("sort_key", "id") INCLUDE ("unit_id") WHERE "phone" IS NULL;
CREATE INDEX "speaker_without_birth_idx" ON "speaker" ("sort_key", "id") INCLUDE ("unit_id") WHERE "birth_year" IS NULL;

-- Appointments carry the name order and the keeping unit of their person, and a person the last day of service
-- (9999-12-31: open; null: never appointed), so that no list of 200,000 people needs a join to filter or sort.
CREATE FUNCTION appointment_knows_its_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT "unit_id", "sort_key" INTO NEW."keeper_id", NEW."sort_key" FROM "speaker" WHERE "id" = NEW."speaker_id";
  RETURN NEW;
END $$;
CREATE TRIGGER "appointment_knows_its_person" BEFORE INSERT OR UPDATE OF "speaker_id" ON "appointment"
  FOR EACH ROW EXECUTE FUNCTION appointment_knows_its_person();

CREATE FUNCTION speaker_tells_its_appointments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "appointment" SET "keeper_id" = NEW."unit_id", "sort_key" = NEW."sort_key" WHERE "speaker_id" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "speaker_tells_its_appointments" AFTER UPDATE OF "sort_name", "unit_id" ON "speaker"
  FOR EACH ROW WHEN (OLD."unit_id" <> NEW."unit_id" OR OLD."sort_key" <> NEW."sort_key")
  EXECUTE FUNCTION speaker_tells_its_appointments();

CREATE FUNCTION speaker_serves_until() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "speaker" SET "serves_until" =
    (SELECT max(coalesce("ends_on", '9999-12-31')) FROM "appointment" WHERE "speaker_id" = "speaker"."id")
    WHERE "id" IN (SELECT DISTINCT "speaker_id" FROM "changed");
  RETURN NULL;
END $$;
CREATE TRIGGER "speaker_serves_until_added" AFTER INSERT ON "appointment"
  REFERENCING NEW TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION speaker_serves_until();
CREATE TRIGGER "speaker_serves_until_removed" AFTER DELETE ON "appointment"
  REFERENCING OLD TABLE AS "changed" FOR EACH STATEMENT EXECUTE FUNCTION speaker_serves_until();
CREATE FUNCTION speaker_serves_until_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "speaker" SET "serves_until" =
    (SELECT max(coalesce("ends_on", '9999-12-31')) FROM "appointment" WHERE "speaker_id" = "speaker"."id")
    WHERE "id" IN (SELECT "speaker_id" FROM "before" UNION SELECT "speaker_id" FROM "after");
  RETURN NULL;
END $$;
CREATE TRIGGER "speaker_serves_until_changed" AFTER UPDATE ON "appointment"
  REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION speaker_serves_until_changed();

-- Units in the order of their names, for lists sorted by unit.
CREATE INDEX "unit_sort_key_id_idx" ON "unit" ("sort_key", "id");
