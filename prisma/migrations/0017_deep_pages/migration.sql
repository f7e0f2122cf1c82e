-- How many people stand in each stretch of the list of names (the first four letters of the order): page 2,000 begins
-- with a sum and a few hundred entries of the index, not with the hundred thousand before it. Whoever changes something
-- adds a row, in the same transaction, and so nobody waits for anybody; the rows of a stretch are summed up on the way.
CREATE TABLE "speaker_tally" (
    "id" BIGSERIAL NOT NULL,
    "stretch" TEXT COLLATE "C" NOT NULL,
    "people" INTEGER NOT NULL,

    CONSTRAINT "speaker_tally_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "speaker_tally_stretch_idx" ON "speaker_tally"("stretch");
ALTER TABLE "speaker_tally" SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0.1);

-- Only one at a time sums up, and nobody waits for the turn: rows that are not seen yet stay.
CREATE FUNCTION sum_up_tally(stretches text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('tally of people')) THEN
    RETURN;
  END IF;
  WITH gone AS (DELETE FROM speaker_tally WHERE stretch = ANY (stretches) RETURNING stretch, people)
  INSERT INTO speaker_tally (stretch, people)
  SELECT stretch, sum(people) FROM gone GROUP BY stretch HAVING sum(people) <> 0;
END $$;

CREATE FUNCTION speakers_tally_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO speaker_tally (stretch, people) SELECT left(sort_key, 4), count(*) FROM changed GROUP BY 1;
  PERFORM sum_up_tally(ARRAY(SELECT DISTINCT left(sort_key, 4) FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER speakers_tally_added AFTER INSERT ON speaker
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION speakers_tally_added();

CREATE FUNCTION speakers_tally_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO speaker_tally (stretch, people) SELECT left(sort_key, 4), -count(*) FROM changed GROUP BY 1;
  PERFORM sum_up_tally(ARRAY(SELECT DISTINCT left(sort_key, 4) FROM changed));
  RETURN NULL;
END $$;
CREATE TRIGGER speakers_tally_removed AFTER DELETE ON speaker
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION speakers_tally_removed();

CREATE FUNCTION speaker_tally_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO speaker_tally (stretch, people) VALUES (left(OLD.sort_key, 4), -1), (left(NEW.sort_key, 4), 1);
  PERFORM sum_up_tally(ARRAY[left(OLD.sort_key, 4), left(NEW.sort_key, 4)]);
  RETURN NULL;
END $$;
CREATE TRIGGER speaker_tally_moved AFTER UPDATE OF sort_name ON speaker
  FOR EACH ROW WHEN (left(OLD.sort_key, 4) <> left(NEW.sort_key, 4)) EXECUTE FUNCTION speaker_tally_moved();

INSERT INTO speaker_tally (stretch, people) SELECT left(sort_key, 4), count(*) FROM speaker GROUP BY 1;
