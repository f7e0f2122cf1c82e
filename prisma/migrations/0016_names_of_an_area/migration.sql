-- Names in an area (a province): its words in an index of their own. A search read the names of all its people, 16,700 of them.
ALTER TABLE "speaker_word" ADD COLUMN     "area_id" UUID;

-- Filled by writing the table anew, as in 0004.
CREATE FUNCTION pg_temp.area_of_person(uuid) RETURNS uuid LANGUAGE plpgsql STABLE AS
  $$ BEGIN RETURN (SELECT area_id FROM speaker WHERE id = $1); END $$;
ALTER TABLE "speaker_word" ALTER COLUMN "area_id" TYPE UUID USING pg_temp.area_of_person(speaker_id);

CREATE INDEX "speaker_word_area_idx" ON "speaker_word"("area_id", "word", "sort_key", "speaker_id", "place", "words", "full_name");

CREATE OR REPLACE FUNCTION speaker_words_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO speaker_word (word, sort_key, speaker_id, place, words, full_name, area_id)
  SELECT name.word, s.sort_key, s.id, name.place, s.words, s.full_name, s.area_id
  FROM (SELECT id, sort_key, full_name, area_id, words_in_row(search_name) AS words FROM changed) AS s, words_of_name(s.words) AS name;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION speaker_words_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM speaker_word USING words_of_name(words_in_row(OLD.search_name)) AS name
  WHERE speaker_word.word = name.word AND speaker_word.sort_key = OLD.sort_key AND speaker_word.speaker_id = OLD.id;
  INSERT INTO speaker_word (word, sort_key, speaker_id, place, words, full_name, area_id)
  SELECT word, NEW.sort_key, NEW.id, place, words_in_row(NEW.search_name), NEW.full_name, NEW.area_id
  FROM words_of_name(words_in_row(NEW.search_name));
  RETURN NULL;
END $$;

CREATE FUNCTION speaker_words_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE speaker_word SET area_id = NEW.area_id FROM words_of_name(words_in_row(NEW.search_name)) AS name
  WHERE speaker_word.word = name.word AND speaker_word.sort_key = NEW.sort_key AND speaker_word.speaker_id = NEW.id;
  RETURN NULL;
END $$;
-- A change of unit brings the area of that unit along (0006).
CREATE TRIGGER speaker_words_moved AFTER UPDATE OF unit_id, area_id ON speaker
  FOR EACH ROW WHEN (OLD.area_id IS DISTINCT FROM NEW.area_id) EXECUTE FUNCTION speaker_words_moved();

ANALYZE "speaker_word";
