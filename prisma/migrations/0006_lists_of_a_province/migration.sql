-- Lists of a province by one equality instead of its 300 units one by one: units, people and appointments carry their area,
-- the topmost unit of level "province" on the way up. Under a unit that is its own area stand exactly those who carry it.
ALTER TABLE "unit" ADD COLUMN     "area_id" UUID;
ALTER TABLE "speaker" ADD COLUMN     "area_id" UUID;
ALTER TABLE "appointment" ADD COLUMN     "area_id" UUID;

CREATE FUNCTION areas_of_units() RETURNS TABLE (id uuid, area_id uuid) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE down AS (
    SELECT unit.id, CASE WHEN level = 'province' THEN unit.id END AS area_id FROM unit WHERE parent_id IS NULL
    UNION ALL
    SELECT unit.id, coalesce(down.area_id, CASE WHEN level = 'province' THEN unit.id END)
    FROM down JOIN unit ON unit.parent_id = down.id
  )
  SELECT id, area_id FROM down
$$;

-- Filled by writing the tables anew, as in 0004 (12 s for 200,000 people and 260,000 appointments).
UPDATE "unit" SET area_id = kept.area_id FROM areas_of_units() AS kept
WHERE kept.id = "unit".id AND kept.area_id IS NOT NULL;
CREATE FUNCTION pg_temp.area_of(uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS
  $$ BEGIN RETURN (SELECT area_id FROM unit WHERE id = $1); END $$;
-- Women under forty of a commune are soon looked through, and those of an area stand in its list.
DROP INDEX "speaker_unit_gender_birth_idx";
ALTER TABLE "speaker" ALTER COLUMN "area_id" TYPE UUID USING pg_temp.area_of(unit_id);
ALTER TABLE "appointment" ALTER COLUMN "area_id" TYPE UUID USING pg_temp.area_of(keeper_id);

CREATE OR REPLACE FUNCTION kept_columns(regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(attname::text) FROM pg_attribute
  WHERE attrelid = $1 AND (attgenerated <> ''
    OR ($1 = 'unit'::regclass AND attname = 'area_id')
    OR ($1 = 'speaker'::regclass AND attname IN ('serves_until', 'area_id'))
    OR ($1 = 'appointment'::regclass AND attname IN ('keeper_id', 'sort_key', 'area_id', 'renewed'))
    OR ($1 = 'speaker_pair'::regclass AND attname IN ('one_unit_id', 'other_unit_id')))
$$;

-- An import adds thousands, parents and children in one statement.
CREATE FUNCTION added_units_know_their_area() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH RECURSIVE down AS (
    SELECT added.id, coalesce(above.area_id, CASE WHEN added.level = 'province' THEN added.id END) AS area_id
    FROM added LEFT JOIN unit above ON above.id = added.parent_id
    WHERE NOT EXISTS (SELECT FROM added AS parent WHERE parent.id = added.parent_id)
    UNION ALL
    SELECT added.id, coalesce(down.area_id, CASE WHEN added.level = 'province' THEN added.id END)
    FROM down JOIN added ON added.parent_id = down.id
  )
  UPDATE unit SET area_id = down.area_id FROM down WHERE down.id = unit.id AND down.area_id IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER added_units_know_their_area AFTER INSERT ON unit
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION added_units_know_their_area();

-- A unit that moves or changes its level takes the people of its subtree along. Whoever writes people meanwhile has told so
-- by the shared lock (know_areas_stand): theirs are waited for and taken along too, or they wait and read the new area.
CREATE FUNCTION changed_units_tell_their_area() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  moved uuid[];
BEGIN
  IF NOT EXISTS (SELECT id, parent_id, level FROM after_it EXCEPT SELECT id, parent_id, level FROM before_it) THEN
    RETURN NULL;
  END IF;
  WITH written AS (
    UPDATE unit SET area_id = kept.area_id FROM areas_of_units() AS kept
    WHERE kept.id = unit.id AND unit.area_id IS DISTINCT FROM kept.area_id RETURNING unit.id
  )
  SELECT array_agg(id) INTO moved FROM written;
  IF moved IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('areas of people'));
  UPDATE speaker SET area_id = unit.area_id FROM unit
  WHERE unit.id = ANY (moved) AND speaker.unit_id = unit.id AND speaker.area_id IS DISTINCT FROM unit.area_id;
  UPDATE appointment SET area_id = unit.area_id FROM unit
  WHERE unit.id = ANY (moved) AND appointment.keeper_id = unit.id AND appointment.area_id IS DISTINCT FROM unit.area_id;
  RETURN NULL;
END $$;
CREATE TRIGGER changed_units_tell_their_area AFTER UPDATE ON unit
  REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it
  FOR EACH STATEMENT EXECUTE FUNCTION changed_units_tell_their_area();

CREATE FUNCTION know_areas_stand() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtext('areas of people'));
  RETURN NULL;
END $$;
CREATE TRIGGER know_areas_stand BEFORE INSERT OR UPDATE OF unit_id ON speaker
  FOR EACH STATEMENT EXECUTE FUNCTION know_areas_stand();
CREATE TRIGGER know_areas_stand BEFORE INSERT OR UPDATE OF speaker_id ON appointment
  FOR EACH STATEMENT EXECUTE FUNCTION know_areas_stand();

CREATE FUNCTION speaker_knows_its_area() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT area_id INTO NEW.area_id FROM unit WHERE id = NEW.unit_id;
  RETURN NEW;
END $$;
CREATE TRIGGER speaker_knows_its_area BEFORE INSERT OR UPDATE OF unit_id ON speaker
  FOR EACH ROW EXECUTE FUNCTION speaker_knows_its_area();

CREATE OR REPLACE FUNCTION appointment_knows_its_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT unit_id, area_id, sort_key INTO NEW.keeper_id, NEW.area_id, NEW.sort_key FROM speaker WHERE id = NEW.speaker_id;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION speaker_tells_its_appointments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE appointment SET keeper_id = NEW.unit_id, area_id = NEW.area_id, sort_key = NEW.sort_key WHERE speaker_id = NEW.id;
  RETURN NULL;
END $$;

-- The people of an area in each order, with what lists ask of them; who lacks a phone; their appointments.
CREATE INDEX "speaker_area_list_idx" ON "speaker"("area_id", "sort_key", "id", "unit_id", "serves_until", "updated_at", "gender", "birth_year", "birth_month", "birth_day", "political_theory", "search_name");
CREATE INDEX "speaker_area_state_idx" ON "speaker"("area_id", "serves_until", "sort_key", "id");
CREATE INDEX "speaker_area_updated_idx" ON "speaker"("area_id", "updated_at" DESC, "id");
CREATE INDEX "speaker_area_without_phone_idx" ON "speaker" ("area_id", "sort_key", "id") WHERE "phone" IS NULL;
CREATE INDEX "appointment_area_list_idx" ON "appointment"("area_id", "sort_key", "speaker_id", "starts_on", "ends_on", "role", "network", "level", "decision_id");
-- A unit's own few appointments are soon looked through.
DROP INDEX "appointment_of_keeper_without_decision_idx";
CREATE INDEX "appointment_of_area_without_decision_idx" ON "appointment" ("area_id", "sort_key", "speaker_id")
  WHERE "decision_id" IS NULL;

ANALYZE "unit", "speaker", "appointment";
