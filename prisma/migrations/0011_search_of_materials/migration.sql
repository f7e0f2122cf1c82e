-- Search in materials: what each version says, word by word, in one index.

-- What a reader types and what a page says are cut into words the same way (materials/search/query.ts): letters, digits
-- and the marks that stand over them; everything else parts words.
CREATE FUNCTION search_words(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT btrim(regexp_replace(lower(normalize($1, NFC) COLLATE "und-x-icu"), '[^[:alnum:]\u0300-\u036f]+', ' ', 'g')) $$;

-- The same without tone marks, a blank before and after each word: a word or phrase is looked for with its blanks.
CREATE FUNCTION search_text(text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  AS $$ SELECT ' ' || lower(immutable_unaccent(search_words($1))) || ' ' $$;

-- What stands in the index for a text: each word ("mieng=ệ": without marks, and the letters that bear some), and each pair
-- of neighbours ("+ba dinh= ì"). A syllable stands on every page, a pair of them does not: so phrases are found as quickly as
-- words, and "bí mật" before "bị mất". `before` marks words of titles ("#").
CREATE FUNCTION search_vector(said text, before text DEFAULT '', pairs boolean DEFAULT true) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$
    SELECT array_to_tsvector(ARRAY(
      SELECT before || left(word, 40) || '=' || left(coalesce(mark, ''), 20) FROM unnest(plain, marks) AS t (word, mark) WHERE word <> ''
      UNION ALL
      SELECT '+' || left(word, 40) || ' ' || left(next, 40) || '=' || left(mark, 20) || ' ' || left(next_mark, 20)
      FROM unnest(plain, marks, plain[2:], marks[2:]) AS t (word, mark, next, next_mark)
      WHERE pairs AND next IS NOT NULL))
    FROM (
      SELECT string_to_array(lower(immutable_unaccent(words)), ' ') AS plain,
        string_to_array(translate(words, 'abcdefghijklmnopqrstuvwxyz0123456789', ''), ' ') AS marks
      FROM (SELECT search_words(coalesce(said, '')) AS words OFFSET 0) AS cut OFFSET 0
    ) AS folded
  $$;

CREATE AGGREGATE search_union(tsvector) (SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = '');

ALTER TABLE "material_page" ADD COLUMN "search_text" TEXT NOT NULL GENERATED ALWAYS AS (search_text("text")) STORED;

-- CreateTable
CREATE TABLE "material_words" (
    "version_id" UUID NOT NULL,
    "material_id" UUID NOT NULL,
    "is_long" BOOLEAN NOT NULL DEFAULT false,
    "words" tsvector NOT NULL,

    CONSTRAINT "material_words_pkey" PRIMARY KEY ("version_id")
);

-- AddForeignKey
ALTER TABLE "material_words" ADD CONSTRAINT "material_words_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "material_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The words lie beside the table, so that going through thousands of rows reads little.
ALTER TABLE "material_words" SET (toast_tuple_target = 128);
-- A list of what is not yet in the index would be read by every search.
CREATE INDEX "material_words_words_idx" ON "material_words" USING GIN ("words") WITH (fastupdate = off);

-- What one version says: its head, and the names and pages of its accepted files.
CREATE FUNCTION version_says(version uuid, pairs boolean) RETURNS tsvector
  LANGUAGE sql STABLE
  AS $$
    SELECT search_union(said) FROM (
      SELECT search_vector(head, '#', pairs) || search_vector(head, '', false) AS said
      FROM material_version v JOIN material m ON m.id = v.material_id,
        unnest(ARRAY[m.title, m.number, m.issuer, regexp_replace(search_words(m.number), ' ', '', 'g')]) AS head
      WHERE v.id = version
      UNION ALL
      SELECT search_vector(m.summary, '', pairs) FROM material_version v JOIN material m ON m.id = v.material_id WHERE v.id = version
      UNION ALL
      SELECT search_vector(f.name, '', pairs) FROM material_file f WHERE f.version_id = version AND f.state = 'accepted'
      UNION ALL
      SELECT search_vector(p.text, '', pairs) FROM material_file f JOIN material_page p ON p.file_id = f.id
      WHERE f.version_id = version AND f.state = 'accepted'
    ) AS parts
  $$;

-- A tsvector holds 1 MB. What says more keeps its words without the pairs, marked "++": phrases are then looked for in the
-- pages themselves. Sheets of hundreds of thousands of different numbers keep the first 30,000.
CREATE FUNCTION write_material_words(version uuid) RETURNS void
  LANGUAGE plpgsql
  AS $$
  DECLARE
    said tsvector;
    long boolean := false;
  BEGIN
    BEGIN
      said := version_says(version, true);
    EXCEPTION WHEN program_limit_exceeded THEN
      long := true;
      BEGIN
        said := version_says(version, false) || array_to_tsvector(ARRAY['++']);
      EXCEPTION WHEN program_limit_exceeded THEN
        said := array_to_tsvector(ARRAY['++'] || ARRAY(
          SELECT left(word, 30) || '=' FROM (
            SELECT f.position, p.page, word FROM material_file f JOIN material_page p ON p.file_id = f.id,
              unnest(string_to_array(btrim(p.search_text), ' ')) AS word
            WHERE f.version_id = version AND f.state = 'accepted' AND word <> ''
          ) AS every GROUP BY word ORDER BY min(page) LIMIT 30000));
      END;
    END;
    INSERT INTO material_words (version_id, material_id, is_long, words)
    SELECT id, material_id, long, said FROM material_version WHERE id = version
    ON CONFLICT (version_id) DO UPDATE SET is_long = excluded.is_long, words = excluded.words;
  END $$;

-- Whoever writes a title, a file or a page need not know of the search.
CREATE FUNCTION words_of_material() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_material_words(v.id) FROM material_version v WHERE v.material_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER material_says AFTER UPDATE OF "title", "number", "issuer", "summary" ON "material" FOR EACH ROW
  WHEN ((OLD.title, OLD.number, OLD.issuer, OLD.summary) IS DISTINCT FROM (NEW.title, NEW.number, NEW.issuer, NEW.summary))
  EXECUTE FUNCTION words_of_material();

CREATE FUNCTION words_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_material_words(NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER material_version_says AFTER INSERT ON "material_version" FOR EACH ROW EXECUTE FUNCTION words_of_version();

CREATE FUNCTION words_of_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'accepted' THEN PERFORM write_material_words(OLD.version_id); END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'accepted' THEN PERFORM write_material_words(NEW.version_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER material_file_says AFTER INSERT OR DELETE OR UPDATE OF "state", "name", "version_id" ON "material_file"
  FOR EACH ROW EXECUTE FUNCTION words_of_file();

-- Pages of a scan come one by one: what they say is added to what stands.
CREATE FUNCTION words_of_new_pages() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  version uuid;
  added tsvector;
BEGIN
  FOR version IN SELECT DISTINCT f.version_id FROM written p JOIN material_file f ON f.id = p.file_id WHERE f.state = 'accepted' LOOP
    BEGIN
      SELECT search_union(search_vector(p.text)) INTO added
      FROM written p JOIN material_file f ON f.id = p.file_id WHERE f.version_id = version AND f.state = 'accepted';
      UPDATE material_words SET words = words || added WHERE version_id = version;
    EXCEPTION WHEN program_limit_exceeded THEN
      PERFORM write_material_words(version);
    END;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER material_page_says AFTER INSERT ON "material_page" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION words_of_new_pages();

CREATE FUNCTION words_of_other_pages() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_material_words(version_id) FROM (
    SELECT DISTINCT f.version_id FROM written p JOIN material_file f ON f.id = p.file_id WHERE f.state = 'accepted') AS touched;
  RETURN NULL;
END $$;
CREATE TRIGGER material_page_says_else AFTER UPDATE ON "material_page" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION words_of_other_pages();
CREATE TRIGGER material_page_says_no_more AFTER DELETE ON "material_page" REFERENCING OLD TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION words_of_other_pages();

SELECT write_material_words(id) FROM material_version;
