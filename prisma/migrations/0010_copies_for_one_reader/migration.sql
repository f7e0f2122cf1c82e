-- Copies of PDFs with one reader's name on each page, kept for a short while.

-- CreateTable
CREATE TABLE "material_copy" (
    "file_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "stored_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "material_copy_pkey" PRIMARY KEY ("file_id","user_id")
);

-- CreateIndex
CREATE INDEX "material_copy_expires_at_idx" ON "material_copy"("expires_at");
