-- Pages answered from what is kept, instead of worked out anew for each reader.

-- Whether something of the same seat follows an appointment: worked out each time, the page of ending terms compared
-- 260,000 appointments with each other, twice.
ALTER TABLE "appointment" ADD COLUMN     "renewed" BOOLEAN NOT NULL DEFAULT false;

-- Filled by writing the table anew: an update would put each row into seventeen indexes (34 s for 60,000 of 260,000, so 19).
CREATE TEMPORARY TABLE renewed_seat ON COMMIT DROP AS SELECT id FROM (
  SELECT id, starts_on < max(starts_on) OVER (PARTITION BY speaker_id, unit_id, role, network) AS renewed FROM appointment
) AS seat WHERE renewed;
ALTER TABLE renewed_seat ADD PRIMARY KEY (id);
CREATE FUNCTION pg_temp.is_renewed(uuid) RETURNS boolean LANGUAGE plpgsql AS
  $$ BEGIN RETURN EXISTS (SELECT FROM renewed_seat WHERE id = $1); END $$;
ALTER TABLE "appointment" ALTER COLUMN "renewed" TYPE BOOLEAN USING pg_temp.is_renewed(id);

CREATE OR REPLACE FUNCTION kept_columns(regclass) RETURNS text[] LANGUAGE sql STABLE AS $$
  SELECT array_agg(attname::text) FROM pg_attribute
  WHERE attrelid = $1 AND (attgenerated <> ''
    OR ($1 = 'speaker'::regclass AND attname = 'serves_until')
    OR ($1 = 'appointment'::regclass AND attname IN ('keeper_id', 'sort_key', 'renewed'))
    OR ($1 = 'speaker_pair'::regclass AND attname IN ('one_unit_id', 'other_unit_id')))
$$;

-- What follows from the appointments of these people: which of them are renewed, and the last day of service. Only rows
-- that differ are written. The lock lets the later of two commands on one person see what the earlier one did.
CREATE FUNCTION keep_service_of(people uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM speaker WHERE id = ANY (people) ORDER BY id FOR NO KEY UPDATE;
  UPDATE appointment AS held SET renewed = seat.renewed
  FROM (
    SELECT id, starts_on < max(starts_on) OVER (PARTITION BY speaker_id, unit_id, role, network) AS renewed
    FROM appointment WHERE speaker_id = ANY (people)
  ) AS seat
  WHERE held.id = seat.id AND held.renewed <> seat.renewed;
  UPDATE speaker SET serves_until = service.until
  FROM (
    SELECT those.id, (SELECT max(coalesce(ends_on, '9999-12-31')) FROM appointment WHERE speaker_id = those.id) AS until
    FROM unnest(people) AS those (id)
  ) AS service
  WHERE speaker.id = service.id AND speaker.serves_until IS DISTINCT FROM service.until;
END $$;

DROP TRIGGER "speaker_serves_until_added" ON "appointment";
DROP TRIGGER "speaker_serves_until_removed" ON "appointment";
DROP TRIGGER "speaker_serves_until_changed" ON "appointment";
DROP FUNCTION speaker_serves_until();
DROP FUNCTION speaker_serves_until_changed();

CREATE FUNCTION appointments_tell_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM keep_service_of((SELECT array_agg(DISTINCT speaker_id) FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER appointments_tell_service_added AFTER INSERT ON appointment
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION appointments_tell_service();
CREATE TRIGGER appointments_tell_service_removed AFTER DELETE ON appointment
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION appointments_tell_service();

-- Only where seats or days differ: a decision put behind a hundred thousand appointments changes nobody's service. By
-- EXCEPT, because a join is planned once for a connection: for one row first, it would compare a hundred thousand pairwise.
CREATE FUNCTION changed_appointments_tell_service() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  people uuid[];
BEGIN
  SELECT array_agg(DISTINCT speaker_id) INTO people FROM (
    (SELECT id, speaker_id, unit_id, role, network, starts_on, ends_on FROM after_it
      EXCEPT SELECT id, speaker_id, unit_id, role, network, starts_on, ends_on FROM before_it)
    UNION ALL
    (SELECT id, speaker_id, unit_id, role, network, starts_on, ends_on FROM before_it
      EXCEPT SELECT id, speaker_id, unit_id, role, network, starts_on, ends_on FROM after_it)
  ) AS differing;
  IF people IS NOT NULL THEN
    PERFORM keep_service_of(people);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER appointments_tell_service_changed AFTER UPDATE ON appointment
  REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it
  FOR EACH STATEMENT EXECUTE FUNCTION changed_appointments_tell_service();

-- Whose time ends next, in everybody's units and in a few.
CREATE INDEX "appointment_ending_idx" ON "appointment" ("ends_on", "unit_id", "term_id", "speaker_id")
  WHERE NOT "renewed" AND "end_reason" IS NULL;
CREATE INDEX "appointment_ending_unit_idx" ON "appointment" ("unit_id", "ends_on", "term_id", "speaker_id")
  WHERE NOT "renewed" AND "end_reason" IS NULL;
CREATE INDEX "appointment_renewed_term_idx" ON "appointment" ("term_id", "speaker_id")
  WHERE "renewed" AND "end_reason" IS NULL;
