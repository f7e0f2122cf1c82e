-- Briefing materials: versions, files and their text, audience, receipts; uploads that resume; the outbox of mail.

-- AlterTable
ALTER TABLE "stored_file" ADD COLUMN     "fault" TEXT,
ADD COLUMN     "verified_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "material" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "search_title" TEXT GENERATED ALWAYS AS (lower(immutable_unaccent(title))) STORED NOT NULL,
    "number" TEXT,
    "issuer" TEXT,
    "issued_on" DATE,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "audience_groups" TEXT[],
    "circulation" TEXT NOT NULL,
    "summary" TEXT,
    "valid_from" DATE,
    "valid_until" DATE,
    "superseded_by_id" UUID,
    "conference_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "publish_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT,
    "trashed_at" TIMESTAMPTZ(3),
    "current_id" UUID,
    "created_by" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "material_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_version" (
    "id" UUID NOT NULL,
    "material_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "change" TEXT,
    "asks_again" BOOLEAN NOT NULL DEFAULT true,
    "acknowledge_by" DATE,
    "published_at" TIMESTAMPTZ(3),
    "published_by" TEXT,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "material_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_file" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "url" TEXT,
    "file_id" UUID,
    "size" INTEGER,
    "sha256" TEXT,
    "state" TEXT NOT NULL DEFAULT 'checking',
    "declared_by" TEXT NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "text_state" TEXT NOT NULL DEFAULT 'none',
    "pages" INTEGER,
    "needs_look" BOOLEAN NOT NULL DEFAULT false,
    "job_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "material_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_page" (
    "file_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "confidence" INTEGER,

    CONSTRAINT "material_page_pkey" PRIMARY KEY ("file_id","page")
);

-- CreateTable
CREATE TABLE "refused_file" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "why" TEXT NOT NULL,

    CONSTRAINT "refused_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audience_rule" (
    "id" UUID NOT NULL,
    "material_id" UUID NOT NULL,
    "unit_ids" UUID[],
    "roles" TEXT[],
    "levels" TEXT[],
    "networks" TEXT[],
    "topic_ids" UUID[],
    "languages" TEXT[],
    "staff" TEXT[],

    CONSTRAINT "audience_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_receipt" (
    "version_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "downloaded_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),
    "last_file_id" UUID,
    "last_page" INTEGER,

    CONSTRAINT "material_receipt_pkey" PRIMARY KEY ("version_id","user_id")
);

-- CreateTable
CREATE TABLE "material_reading" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "address" TEXT,

    CONSTRAINT "material_reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_saved" (
    "material_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "material_saved_pkey" PRIMARY KEY ("user_id","material_id")
);

-- CreateTable
CREATE TABLE "material_topic" (
    "material_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "material_topic_pkey" PRIMARY KEY ("material_id","topic_id")
);

-- CreateTable
CREATE TABLE "material_review_note" (
    "id" UUID NOT NULL,
    "material_id" UUID NOT NULL,
    "by_id" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT NOT NULL,
    "text" TEXT,

    CONSTRAINT "material_review_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_collection" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "held_on" DATE,
    "topic_id" UUID,
    "note" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "material_collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "material_collection_item" (
    "collection_id" UUID NOT NULL,
    "material_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "material_collection_item_pkey" PRIMARY KEY ("collection_id","material_id")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "actor_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "received" BIGINT NOT NULL DEFAULT 0,
    "whole_at" TIMESTAMPTZ(3),
    "taken_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "unit_id" UUID,
    "user_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "material_current_id_key" ON "material"("current_id");

-- CreateIndex
CREATE INDEX "material_unit_id_state_idx" ON "material"("unit_id", "state");

-- CreateIndex
CREATE INDEX "material_publish_at_idx" ON "material"("publish_at");

-- CreateIndex
CREATE INDEX "material_published_at_id_idx" ON "material"("published_at", "id");

-- CreateIndex
CREATE INDEX "material_trashed_at_idx" ON "material"("trashed_at");

-- CreateIndex
CREATE UNIQUE INDEX "material_version_material_id_number_key" ON "material_version"("material_id", "number");

-- CreateIndex
CREATE INDEX "material_file_version_id_position_idx" ON "material_file"("version_id", "position");

-- CreateIndex
CREATE INDEX "material_file_file_id_idx" ON "material_file"("file_id");

-- CreateIndex
CREATE INDEX "material_file_sha256_idx" ON "material_file"("sha256");

-- CreateIndex
CREATE INDEX "refused_file_sha256_idx" ON "refused_file"("sha256");

-- CreateIndex
CREATE INDEX "audience_rule_material_id_idx" ON "audience_rule"("material_id");

-- CreateIndex
CREATE INDEX "material_receipt_user_id_idx" ON "material_receipt"("user_id");

-- CreateIndex
CREATE INDEX "material_reading_file_id_at_idx" ON "material_reading"("file_id", "at");

-- CreateIndex
CREATE INDEX "material_reading_user_id_at_idx" ON "material_reading"("user_id", "at");

-- CreateIndex
CREATE INDEX "material_topic_topic_id_idx" ON "material_topic"("topic_id");

-- CreateIndex
CREATE INDEX "material_review_note_material_id_at_idx" ON "material_review_note"("material_id", "at");

-- CreateIndex
CREATE INDEX "material_collection_unit_id_held_on_idx" ON "material_collection"("unit_id", "held_on");

-- CreateIndex
CREATE INDEX "material_collection_item_material_id_idx" ON "material_collection_item"("material_id");

-- CreateIndex
CREATE INDEX "upload_actor_id_purpose_subject_id_idx" ON "upload"("actor_id", "purpose", "subject_id");

-- CreateIndex
CREATE INDEX "upload_updated_at_idx" ON "upload"("updated_at");

-- CreateIndex
CREATE INDEX "mail_state_not_before_idx" ON "mail"("state", "not_before");

-- CreateIndex
CREATE INDEX "mail_unit_id_created_at_idx" ON "mail"("unit_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_user_id_kind_subject_id_key" ON "mail"("user_id", "kind", "subject_id");

-- CreateIndex
CREATE INDEX "stored_file_verified_at_idx" ON "stored_file"("verified_at");

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_superseded_by_id_fkey" FOREIGN KEY ("superseded_by_id") REFERENCES "material"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_conference_id_fkey" FOREIGN KEY ("conference_id") REFERENCES "material_collection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material" ADD CONSTRAINT "material_current_id_fkey" FOREIGN KEY ("current_id") REFERENCES "material_version"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_version" ADD CONSTRAINT "material_version_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_file" ADD CONSTRAINT "material_file_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "material_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_page" ADD CONSTRAINT "material_page_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "material_file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audience_rule" ADD CONSTRAINT "audience_rule_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_receipt" ADD CONSTRAINT "material_receipt_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "material_version"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_saved" ADD CONSTRAINT "material_saved_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_topic" ADD CONSTRAINT "material_topic_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_topic" ADD CONSTRAINT "material_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_review_note" ADD CONSTRAINT "material_review_note_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_collection" ADD CONSTRAINT "material_collection_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_collection" ADD CONSTRAINT "material_collection_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_collection_item" ADD CONSTRAINT "material_collection_item_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "material_collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "material_collection_item" ADD CONSTRAINT "material_collection_item_material_id_fkey" FOREIGN KEY ("material_id") REFERENCES "material"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand below this line.

CREATE INDEX "material_search_title_idx" ON "material" USING GIN ("search_title" gin_trgm_ops);

-- Who opened or fetched what stays as it was (invariant 8).
CREATE FUNCTION keep_readings() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A line of what was read is never changed.';
END $$;
CREATE TRIGGER material_reading_stays BEFORE UPDATE OR DELETE ON "material_reading"
  FOR EACH ROW EXECUTE FUNCTION keep_readings();

ALTER TABLE "material_version" ADD CONSTRAINT "material_version_number_check" CHECK ("number" >= 1);
ALTER TABLE "material_page" ADD CONSTRAINT "material_page_page_check" CHECK ("page" >= 1);
