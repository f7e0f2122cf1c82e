-- Mail is claimed before it is sent, reminders are bundled; what is past its last day is told to leaders once.

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "is_reminder" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "material_version" ADD COLUMN     "escalated_at" TIMESTAMPTZ(3),
ADD COLUMN     "escalates" BOOLEAN NOT NULL DEFAULT false;
