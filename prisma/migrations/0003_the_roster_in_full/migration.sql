-- AlterTable
ALTER TABLE "decision" ADD COLUMN     "file_id" UUID,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "roster_import" ADD COLUMN     "change_set_id" UUID;

-- CreateTable
CREATE TABLE "change_set" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit_id" UUID,
    "actor_id" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoable_to" DATE,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_name" TEXT,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_row" (
    "change_set_id" UUID NOT NULL,
    "statement" BIGINT NOT NULL,
    "table_name" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "row_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "after_hash" TEXT,

    CONSTRAINT "change_row_pkey" PRIMARY KEY ("change_set_id","statement","row_id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "phrase" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "export_file" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "about" JSONB NOT NULL,
    "actor_id" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "reach" UUID[],
    "job_run_id" UUID,
    "file_id" UUID,
    "rows" INTEGER,
    "size" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "export_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roster_import_mapping" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "head_key" TEXT NOT NULL,
    "learned" JSONB NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 1,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roster_import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_topic" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "level" TEXT NOT NULL,

    CONSTRAINT "speaker_topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_language" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "written" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "speaker_language_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "qualification" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT,
    "number" TEXT,
    "issued_on" DATE,
    "expires_on" DATE,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "weekday" INTEGER,
    "first_day" DATE,
    "last_day" DATE,
    "part" TEXT NOT NULL,
    "available" BOOLEAN NOT NULL,
    "note" TEXT,

    CONSTRAINT "availability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_private" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "ethnic_group" TEXT,
    "party_joined_on" DATE,
    "party_full_on" DATE,
    "identity_number" TEXT,
    "home_address" TEXT,
    "photo_id" UUID,

    CONSTRAINT "speaker_private_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_alias" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "change_set_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "speaker_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "speaker_pair" (
    "id" UUID NOT NULL,
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "score" INTEGER NOT NULL,
    "signs" TEXT[],
    "different_by" TEXT,
    "different_at" TIMESTAMPTZ(3),

    CONSTRAINT "speaker_pair_pkey" PRIMARY KEY ("id")
);

-- On this day an account is disabled: a handover said so before.
ALTER TABLE "user" ADD COLUMN     "closes_on" DATE;

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "note" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "taken" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT,
    "unit_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_unit" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "submitted_by" TEXT,
    "submitted_at" TIMESTAMPTZ(3),
    "confirmed_by" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "return_note" TEXT,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_entry" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "speaker_id" UUID,
    "verdict" TEXT,
    "reason" TEXT,
    "note" TEXT,
    "proposal" JSONB,
    "marked_by" TEXT,
    "marked_at" TIMESTAMPTZ(3),

    CONSTRAINT "review_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_set_unit_id_created_at_idx" ON "change_set"("unit_id", "created_at");

-- CreateIndex
CREATE INDEX "change_set_kind_created_at_idx" ON "change_set"("kind", "created_at");

-- CreateIndex
CREATE INDEX "notice_user_id_created_at_idx" ON "notice"("user_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_user_id_kind_subject_id_key" ON "notice"("user_id", "kind", "subject_id");

-- CreateIndex
CREATE INDEX "export_file_actor_id_created_at_idx" ON "export_file"("actor_id", "created_at");

-- CreateIndex
CREATE INDEX "export_file_expires_at_idx" ON "export_file"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "roster_import_mapping_unit_id_head_key_key" ON "roster_import_mapping"("unit_id", "head_key");

-- CreateIndex
CREATE UNIQUE INDEX "topic_name_key" ON "topic"("name");

-- CreateIndex
CREATE INDEX "speaker_topic_topic_id_level_speaker_id_idx" ON "speaker_topic"("topic_id", "level", "speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_topic_speaker_id_topic_id_key" ON "speaker_topic"("speaker_id", "topic_id");

-- CreateIndex
CREATE INDEX "speaker_language_language_level_speaker_id_idx" ON "speaker_language"("language", "level", "speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_language_speaker_id_language_key" ON "speaker_language"("speaker_id", "language");

-- CreateIndex
CREATE INDEX "qualification_speaker_id_idx" ON "qualification"("speaker_id");

-- CreateIndex
CREATE INDEX "qualification_expires_on_speaker_id_idx" ON "qualification"("expires_on", "speaker_id");

-- CreateIndex
CREATE INDEX "availability_speaker_id_idx" ON "availability"("speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_private_speaker_id_key" ON "speaker_private"("speaker_id");

-- CreateIndex
CREATE INDEX "speaker_alias_speaker_id_idx" ON "speaker_alias"("speaker_id");

-- CreateIndex
CREATE INDEX "speaker_pair_score_id_idx" ON "speaker_pair"("score" DESC, "id");

-- CreateIndex
CREATE INDEX "speaker_pair_other_id_idx" ON "speaker_pair"("other_id");

-- CreateIndex
CREATE UNIQUE INDEX "speaker_pair_one_id_other_id_key" ON "speaker_pair"("one_id", "other_id");

-- CreateIndex
CREATE INDEX "correction_speaker_id_created_at_idx" ON "correction"("speaker_id", "created_at");

-- CreateIndex
CREATE INDEX "correction_state_created_at_idx" ON "correction"("state", "created_at");

-- CreateIndex
CREATE INDEX "review_unit_id_idx" ON "review"("unit_id");

-- CreateIndex
CREATE INDEX "review_unit_unit_id_idx" ON "review_unit"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_unit_review_id_unit_id_key" ON "review_unit"("review_id", "unit_id");

-- CreateIndex
CREATE INDEX "review_entry_review_id_unit_id_idx" ON "review_entry"("review_id", "unit_id");

-- CreateIndex
CREATE INDEX "review_entry_speaker_id_idx" ON "review_entry"("speaker_id");

-- CreateIndex
CREATE UNIQUE INDEX "review_entry_review_id_unit_id_speaker_id_key" ON "review_entry"("review_id", "unit_id", "speaker_id");

-- AddForeignKey
ALTER TABLE "change_row" ADD CONSTRAINT "change_row_change_set_id_fkey" FOREIGN KEY ("change_set_id") REFERENCES "change_set"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roster_import_mapping" ADD CONSTRAINT "roster_import_mapping_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_topic" ADD CONSTRAINT "speaker_topic_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_topic" ADD CONSTRAINT "speaker_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_language" ADD CONSTRAINT "speaker_language_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability" ADD CONSTRAINT "availability_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_private" ADD CONSTRAINT "speaker_private_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "speaker_alias" ADD CONSTRAINT "speaker_alias_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review" ADD CONSTRAINT "review_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_unit" ADD CONSTRAINT "review_unit_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_unit" ADD CONSTRAINT "review_unit_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_entry" ADD CONSTRAINT "review_entry_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "review"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_entry" ADD CONSTRAINT "review_entry_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_entry" ADD CONSTRAINT "review_entry_speaker_id_fkey" FOREIGN KEY ("speaker_id") REFERENCES "speaker"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A large change records itself: while a transaction names a change set in app.change_set, every statement on the
-- tables below leaves a line for each row, so that take_back_changes() can give back the same state
-- (app/platform/change-sets.server.ts). Recording by trigger, because then no command can forget it.
CREATE SEQUENCE change_statement;

-- Columns that the database works out by itself: generated ones, and those that triggers keep.
CREATE FUNCTION kept_columns(regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(attname::text) FROM pg_attribute
  WHERE attrelid = $1 AND (attgenerated <> ''
    OR ($1 = 'speaker'::regclass AND attname = 'serves_until')
    OR ($1 = 'appointment'::regclass AND attname IN ('keeper_id', 'sort_key'))
    OR ($1 = 'speaker_pair'::regclass AND attname IN ('one_unit_id', 'other_unit_id')))
$$;

CREATE FUNCTION plain_columns(regclass) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
  WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped AND attname <> ALL (coalesce(kept_columns($1), '{}'))
$$;

-- Counters of saving, and what the search for doubles says of a pair: they differ after every command and mean nothing by
-- themselves.
CREATE FUNCTION without_counters(jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT $1 - '{updated_at,revision,found_at,score,signs}'::text[] $$;

-- Of a row, only the columns that a line names.
CREATE FUNCTION only_columns(jsonb, jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT coalesce(jsonb_object_agg(key, $1 -> key), '{}') FROM jsonb_object_keys($2) AS key $$;

CREATE FUNCTION record_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_set text := current_setting('app.change_set', true);
  kept text[];
BEGIN
  IF coalesce(the_set, '') = '' THEN RETURN NULL; END IF;
  kept := coalesce(kept_columns(TG_RELID), '{}');
  INSERT INTO change_row (change_set_id, statement, table_name, operation, row_id, after_hash)
  SELECT the_set::uuid, one.statement, TG_TABLE_NAME, 'insert', added.id, md5(without_counters(to_jsonb(added) - kept)::text)
  FROM new_rows AS added, (SELECT nextval('change_statement') AS statement) AS one;
  RETURN NULL;
END $$;

CREATE FUNCTION record_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_set text := current_setting('app.change_set', true);
  kept text[];
BEGIN
  IF coalesce(the_set, '') = '' THEN RETURN NULL; END IF;
  kept := coalesce(kept_columns(TG_RELID), '{}');
  INSERT INTO change_row (change_set_id, statement, table_name, operation, row_id, before, after)
  SELECT the_set::uuid, one.statement, TG_TABLE_NAME, 'update', changed.id, changed.before, changed.after
  FROM (
    SELECT fresh.id, jsonb_object_agg(was.key, was.value) AS before, jsonb_object_agg(was.key, to_jsonb(fresh) -> was.key) AS after
    FROM new_rows AS fresh JOIN old_rows AS former ON former.id = fresh.id, jsonb_each(to_jsonb(former) - kept) AS was
    WHERE was.value IS DISTINCT FROM to_jsonb(fresh) -> was.key
    GROUP BY fresh.id
  ) AS changed, (SELECT nextval('change_statement') AS statement) AS one;
  RETURN NULL;
END $$;

CREATE FUNCTION record_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  the_set text := current_setting('app.change_set', true);
  kept text[];
BEGIN
  IF coalesce(the_set, '') = '' THEN RETURN NULL; END IF;
  kept := coalesce(kept_columns(TG_RELID), '{}');
  INSERT INTO change_row (change_set_id, statement, table_name, operation, row_id, before)
  SELECT the_set::uuid, one.statement, TG_TABLE_NAME, 'delete', gone.id, to_jsonb(gone) - kept
  FROM old_rows AS gone, (SELECT nextval('change_statement') AS statement) AS one;
  RETURN NULL;
END $$;

CREATE PROCEDURE record_changes_of(the_table regclass) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER record_inserted AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_inserted()', the_table);
  EXECUTE format('CREATE TRIGGER record_updated AFTER UPDATE ON %s REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_updated()', the_table);
  EXECUTE format('CREATE TRIGGER record_deleted AFTER DELETE ON %s REFERENCING OLD TABLE AS old_rows
    FOR EACH STATEMENT EXECUTE FUNCTION record_deleted()', the_table);
END $$;

CALL record_changes_of('speaker');
CALL record_changes_of('appointment');
CALL record_changes_of('decision');
CALL record_changes_of('term');
CALL record_changes_of('topic');
CALL record_changes_of('speaker_topic');
CALL record_changes_of('speaker_language');
CALL record_changes_of('qualification');
CALL record_changes_of('availability');
CALL record_changes_of('speaker_private');
CALL record_changes_of('speaker_alias');
CALL record_changes_of('correction');
CALL record_changes_of('review_entry');
CALL record_changes_of('"user"');
CALL record_changes_of('role_grant');

-- Gives back the state before a change set, its statements in reverse. Answers what stands in the way ("changed": the row
-- is no longer as the set left it; "leaned_on": a newer row refers to it; "taken": another row has its place), and then
-- nothing must be kept: the caller rolls back. Tables in `harmless` may refer to a row that goes.
CREATE FUNCTION take_back_changes(the_set uuid, harmless text[])
RETURNS TABLE (obstacle text, on_table text, on_row uuid, by_table text) LANGUAGE plpgsql AS $$
DECLARE
  step record;
  reference record;
  kept text[];
  columns text;
BEGIN
  FOR step IN
    SELECT statement, table_name, operation FROM change_row WHERE change_set_id = the_set
    GROUP BY statement, table_name, operation ORDER BY statement DESC
  LOOP
    kept := coalesce(kept_columns(quote_ident(step.table_name)::regclass), '{}');
    columns := plain_columns(quote_ident(step.table_name)::regclass);
    BEGIN
      IF step.operation = 'insert' THEN
        RETURN QUERY EXECUTE format('SELECT ''changed'', %L, c.row_id, NULL::text FROM change_row c LEFT JOIN %I held ON held.id = c.row_id
          WHERE c.change_set_id = $1 AND c.statement = $2
            AND c.after_hash IS DISTINCT FROM md5(without_counters(to_jsonb(held) - $3)::text)', step.table_name, step.table_name)
          USING the_set, step.statement, kept;
        FOR reference IN
          SELECT k.conrelid::regclass::text AS child, r.relname AS name, a.attname AS "column"
          FROM pg_constraint k JOIN pg_class r ON r.oid = k.conrelid
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
          WHERE k.contype = 'f' AND k.confrelid = quote_ident(step.table_name)::regclass AND r.relname <> ALL (harmless)
        LOOP
          RETURN QUERY EXECUTE format('SELECT ''leaned_on'', %L, c.row_id, %L FROM change_row c
            WHERE c.change_set_id = $1 AND c.statement = $2 AND EXISTS (SELECT FROM %s child WHERE child.%I = c.row_id)',
            step.table_name, reference.name, reference.child, reference.column) USING the_set, step.statement;
        END LOOP;
        EXECUTE format('DELETE FROM %I held USING change_row c
          WHERE held.id = c.row_id AND c.change_set_id = $1 AND c.statement = $2', step.table_name) USING the_set, step.statement;
      ELSIF step.operation = 'update' THEN
        RETURN QUERY EXECUTE format('SELECT ''changed'', %L, c.row_id, NULL::text FROM change_row c LEFT JOIN %I held ON held.id = c.row_id
          WHERE c.change_set_id = $1 AND c.statement = $2
            AND without_counters(c.after) IS DISTINCT FROM only_columns(to_jsonb(held), without_counters(c.after))',
          step.table_name, step.table_name) USING the_set, step.statement;
        -- Where something else was saved since, the counters go on from there.
        EXECUTE format('UPDATE %I held SET (%s) = (SELECT %s FROM jsonb_populate_record(held,
            CASE WHEN c.after = only_columns(to_jsonb(held), c.after) THEN c.before ELSE without_counters(c.before) END))
          FROM change_row c WHERE held.id = c.row_id AND c.change_set_id = $1 AND c.statement = $2',
          step.table_name, columns, columns) USING the_set, step.statement;
      ELSE
        EXECUTE format('INSERT INTO %I (%s) SELECT %s FROM change_row c, jsonb_populate_record(NULL::%I, c.before) AS gone
          WHERE c.change_set_id = $1 AND c.statement = $2', step.table_name, columns,
          (SELECT string_agg('gone.' || part, ', ') FROM unnest(string_to_array(columns, ', ')) AS part),
          step.table_name) USING the_set, step.statement;
      END IF;
    EXCEPTION WHEN unique_violation OR exclusion_violation OR foreign_key_violation THEN
      RETURN QUERY SELECT 'taken', step.table_name, c.row_id, NULL::text FROM change_row c
        WHERE c.change_set_id = the_set AND c.statement = step.statement;
    END;
  END LOOP;
END $$;

-- Which record's page tells of a large change, and the ways to what a decision and a term hold.
ALTER TABLE "change_set" ADD COLUMN     "subject_id" UUID;

ALTER TABLE "term" ADD COLUMN     "revision" INTEGER NOT NULL DEFAULT 1;

CREATE INDEX "change_set_subject_id_created_at_idx" ON "change_set"("subject_id", "created_at");

CREATE INDEX "appointment_end_decision_id_idx" ON "appointment"("end_decision_id");

CREATE INDEX "appointment_term_id_idx" ON "appointment"("term_id");

CREATE INDEX "decision_decided_on_id_idx" ON "decision"("decided_on" DESC, "id");

CREATE INDEX "decision_number_key_idx" ON "decision" USING GIN ("number_key" gin_trgm_ops);

CREATE INDEX "term_ends_on_idx" ON "term"("ends_on");

-- CreateIndex
CREATE INDEX "roster_import_row_speaker_id_idx" ON "roster_import_row"("speaker_id");

-- What speakers speak about, until the department makes the list its own (domain.md section 8).
INSERT INTO topic (id, name, position)
SELECT gen_random_uuid(), name, place - 1 FROM unnest(ARRAY[
  'Nghị quyết, chỉ thị của Đảng',
  'Học tập và làm theo Bác',
  'Xây dựng Đảng, phòng chống tham nhũng',
  'Bảo vệ nền tảng tư tưởng của Đảng',
  'Chính sách, pháp luật',
  'Kinh tế - xã hội',
  'Quốc phòng - an ninh',
  'Biển đảo, biên giới',
  'Đối ngoại, tình hình thế giới',
  'Ngày lễ, kỷ niệm',
  'Bầu cử, đại hội',
  'Chuyển đổi số',
  'Văn hóa, giáo dục, y tế, môi trường',
  'Nông thôn mới',
  'Điển hình tiên tiến'
]) WITH ORDINALITY AS themes (name, place);

-- People who may be one (app/roster/doubles). What a pair leans on goes with it.
ALTER TABLE "speaker_pair" ADD COLUMN     "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "one_unit_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid,
ADD COLUMN     "other_unit_id" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid;

ALTER TABLE "speaker_alias" ADD COLUMN     "import_rows" JSONB;

DROP INDEX "speaker_pair_score_id_idx";

CREATE INDEX "speaker_pair_list_idx" ON "speaker_pair"("different_at", "score" DESC, "id", "one_unit_id", "other_unit_id");

CREATE INDEX "speaker_alias_change_set_id_idx" ON "speaker_alias"("change_set_id");

CREATE INDEX "change_row_row_id_idx" ON "change_row"("row_id");

ALTER TABLE "speaker_pair" ADD CONSTRAINT "speaker_pair_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "speaker_pair" ADD CONSTRAINT "speaker_pair_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The keeping units of both, as appointments know their keeper.
CREATE FUNCTION pair_knows_its_units() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT unit_id INTO NEW.one_unit_id FROM speaker WHERE id = NEW.one_id;
  SELECT unit_id INTO NEW.other_unit_id FROM speaker WHERE id = NEW.other_id;
  RETURN NEW;
END $$;
CREATE TRIGGER pair_knows_its_units BEFORE INSERT OR UPDATE OF one_id, other_id ON speaker_pair
  FOR EACH ROW EXECUTE FUNCTION pair_knows_its_units();
CREATE FUNCTION speaker_tells_its_pairs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE speaker_pair SET one_unit_id = NEW.unit_id WHERE one_id = NEW.id;
  UPDATE speaker_pair SET other_unit_id = NEW.unit_id WHERE other_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER speaker_tells_its_pairs AFTER UPDATE OF unit_id ON speaker
  FOR EACH ROW WHEN (OLD.unit_id <> NEW.unit_id) EXECUTE FUNCTION speaker_tells_its_pairs();

-- By what doubles are looked for: the folded words of a name in one order, and given with family name.
CREATE FUNCTION name_words(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT array_to_string(ARRAY(SELECT word COLLATE "C" FROM regexp_split_to_table($1, '[^a-z]+') AS word WHERE word <> '' ORDER BY word COLLATE "C"), ' ') $$;
CREATE FUNCTION given_and_family(text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT lower(public.immutable_unaccent($1[1] || ' ' || $1[2])) COLLATE "C" $$;
CREATE INDEX speaker_name_words_idx ON speaker (name_words(search_name), birth_year, unit_id);
CREATE INDEX speaker_email_idx ON speaker (lower(email)) WHERE email IS NOT NULL;
CREATE INDEX speaker_given_and_family_idx ON speaker (given_and_family(sort_name), birth_year);

-- A merge takes pairs along and is given back with them.
CALL record_changes_of('speaker_pair');

-- A renamed or moved unit goes back to its former versions (app/units/unit-changes.server.ts).
CALL record_changes_of('unit_version');

-- CreateIndex
CREATE INDEX "speaker_political_theory_sort_key_id_idx" ON "speaker"("political_theory", "sort_key", "id");

-- CreateIndex
CREATE INDEX "speaker_gender_birth_idx" ON "speaker"("gender", "sort_key", "id", "birth_year", "birth_month", "birth_day");

-- Reviews: when one was opened, what was accepted of it, and how far each unit has come (no list counts its people anew).
ALTER TABLE "review" ADD COLUMN     "opened_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP;

ALTER TABLE "review_entry" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3);

ALTER TABLE "review_unit" ADD COLUMN     "listed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "marked" INTEGER NOT NULL DEFAULT 0;

CREATE FUNCTION review_entry_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE review_unit u SET listed = u.listed + sum.listed, marked = u.marked + sum.marked
  FROM (SELECT review_id, unit_id, count(*) AS listed, count(verdict) AS marked FROM new_entries GROUP BY 1, 2) AS sum
  WHERE u.review_id = sum.review_id AND u.unit_id = sum.unit_id;
  RETURN NULL;
END $$;
CREATE TRIGGER review_entry_added AFTER INSERT ON review_entry REFERENCING NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION review_entry_added();
CREATE FUNCTION review_entry_marked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE review_unit u SET marked = u.marked + sum.marked
  FROM (
    SELECT review_id, unit_id, sum(one) AS marked FROM (
      SELECT review_id, unit_id, (verdict IS NOT NULL)::int AS one FROM new_entries
      UNION ALL SELECT review_id, unit_id, -(verdict IS NOT NULL)::int FROM old_entries
    ) AS each GROUP BY 1, 2
  ) AS sum
  WHERE u.review_id = sum.review_id AND u.unit_id = sum.unit_id AND sum.marked <> 0;
  RETURN NULL;
END $$;
CREATE TRIGGER review_entry_marked AFTER UPDATE ON review_entry REFERENCING OLD TABLE AS old_entries NEW TABLE AS new_entries
  FOR EACH STATEMENT EXECUTE FUNCTION review_entry_marked();
CREATE FUNCTION review_entry_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE review_unit u SET listed = u.listed - sum.listed, marked = u.marked - sum.marked
  FROM (SELECT review_id, unit_id, count(*) AS listed, count(verdict) AS marked FROM old_entries GROUP BY 1, 2) AS sum
  WHERE u.review_id = sum.review_id AND u.unit_id = sum.unit_id;
  RETURN NULL;
END $$;
CREATE TRIGGER review_entry_removed AFTER DELETE ON review_entry REFERENCING OLD TABLE AS old_entries
  FOR EACH STATEMENT EXECUTE FUNCTION review_entry_removed();

-- Bulk edits (app/roster/bulk).
CREATE TABLE "bulk_edit" (
    "id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "search" TEXT,
    "asked" INTEGER NOT NULL,
    "operation" JSONB,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "news" JSONB,
    "job_run_id" UUID,
    "change_set_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "bulk_edit_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "bulk_person" (
    "bulk_id" UUID NOT NULL,
    "speaker_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "verdict" TEXT,
    "reason" TEXT,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "bulk_person_pkey" PRIMARY KEY ("bulk_id","speaker_id")
);

CREATE INDEX "bulk_edit_actor_id_created_at_idx" ON "bulk_edit"("actor_id", "created_at");

CREATE INDEX "bulk_person_bulk_id_verdict_place_idx" ON "bulk_person"("bulk_id", "verdict", "place");

ALTER TABLE "bulk_person" ADD CONSTRAINT "bulk_person_bulk_id_fkey" FOREIGN KEY ("bulk_id") REFERENCES "bulk_edit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Who a row of an import is in the roster; records are recognised by the names of those merged into them too.
ALTER TABLE "roster_import_row" ADD COLUMN     "known" JSONB;

CREATE INDEX speaker_alias_name_words_idx ON speaker_alias (name_words(lower(immutable_unaccent(full_name))));

-- The words of names, each with its person in name order: a search of 200,000 people for "anh" reads only those who have
-- it, already in order (40 ms by the trigram index, 3 so). Kept by triggers, statement by statement for imports; no
-- foreign key, which would be asked for every word.
CREATE TABLE "speaker_word" (
    "word" TEXT COLLATE "C" NOT NULL,
    "sort_key" TEXT COLLATE "C" NOT NULL,
    "speaker_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "words" TEXT COLLATE "C" NOT NULL,
    "full_name" TEXT NOT NULL,

    CONSTRAINT "speaker_word_pkey" PRIMARY KEY ("word", "sort_key", "speaker_id", "place", "words", "full_name")
);
ALTER TABLE "speaker_word" SET (autovacuum_vacuum_scale_factor = 0.005, autovacuum_vacuum_insert_scale_factor = 0.005);

-- " h' hen nie": a word begins after a blank, and after the apostrophe of "H'Hen".
CREATE FUNCTION words_in_row(search_name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT ' ' || replace($1, '''', ''' ') $$;
CREATE FUNCTION words_of_name(words text) RETURNS TABLE (word text, place integer) LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
  $$ SELECT DISTINCT part, strpos($1 || ' ', ' ' || part || ' ') - 1 FROM unnest(string_to_array($1, ' ')) AS part WHERE part <> '' $$;

CREATE FUNCTION speaker_words_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO speaker_word (word, sort_key, speaker_id, place, words, full_name)
  SELECT name.word, s.sort_key, s.id, name.place, s.words, s.full_name
  FROM (SELECT id, sort_key, full_name, words_in_row(search_name) AS words FROM changed) AS s, words_of_name(s.words) AS name;
  RETURN NULL;
END $$;
CREATE TRIGGER speaker_words_added AFTER INSERT ON speaker
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION speaker_words_added();

CREATE FUNCTION speaker_words_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM speaker_word USING (SELECT id, sort_key, words_in_row(search_name) AS words FROM changed) AS s,
    words_of_name(s.words) AS name
  WHERE speaker_word.word = name.word AND speaker_word.sort_key = s.sort_key AND speaker_word.speaker_id = s.id;
  RETURN NULL;
END $$;
CREATE TRIGGER speaker_words_removed AFTER DELETE ON speaker
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION speaker_words_removed();

-- Names change seldom, and one by one: other columns change often, and their statements must not pay.
CREATE FUNCTION speaker_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM speaker_word USING words_of_name(words_in_row(OLD.search_name)) AS name
  WHERE speaker_word.word = name.word AND speaker_word.sort_key = OLD.sort_key AND speaker_word.speaker_id = OLD.id;
  INSERT INTO speaker_word (word, sort_key, speaker_id, place, words, full_name)
  SELECT word, NEW.sort_key, NEW.id, place, words_in_row(NEW.search_name), NEW.full_name
  FROM words_of_name(words_in_row(NEW.search_name));
  RETURN NULL;
END $$;
CREATE TRIGGER speaker_words_changed AFTER UPDATE OF full_name, sort_name ON speaker
  FOR EACH ROW WHEN (OLD.full_name <> NEW.full_name OR OLD.sort_key <> NEW.sort_key)
  EXECUTE FUNCTION speaker_words_changed();

INSERT INTO speaker_word (word, sort_key, speaker_id, place, words, full_name)
SELECT name.word, s.sort_key, s.id, name.place, s.words, s.full_name
FROM (SELECT id, sort_key, full_name, words_in_row(search_name) AS words FROM speaker) AS s, words_of_name(s.words) AS name;

-- Counted once, when a large change is done: an import changes a hundred thousand rows.
ALTER TABLE "change_set" ADD COLUMN     "counts" JSONB;
