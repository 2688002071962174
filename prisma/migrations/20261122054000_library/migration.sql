-- Likeness of words, for what was typed with a slip.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- CreateEnum
CREATE TYPE "library_source" AS ENUM ('page', 'series', 'handout', 'practice', 'step');

-- CreateEnum
CREATE TYPE "practice_state" AS ENUM ('draft', 'offered', 'returned', 'published', 'withdrawn');

-- AlterTable
ALTER TABLE "cohort" ADD COLUMN     "open_to_id" UUID;

-- CreateTable
CREATE TABLE "library_entry" (
    "scope" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "source" "library_source" NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "minutes" INTEGER,
    "required" BOOLEAN NOT NULL,
    "great_for" TEXT[],
    "topics" TEXT[],
    "href" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "credit" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "practice_id" UUID,
    -- English by its stems, and every word as it stands: so the beginning of a word finds it too, and so does Spanish.
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('simple', "title"), 'A')
        || setweight(to_tsvector('english', "summary"), 'B') || setweight(to_tsvector('simple', "summary"), 'B')
        || setweight(to_tsvector('english', "text"), 'D') || setweight(to_tsvector('simple', "text"), 'D')
    ) STORED,

    CONSTRAINT "library_entry_pkey" PRIMARY KEY ("scope","id")
);

-- CreateTable
CREATE TABLE "library_word" (
    "scope" TEXT NOT NULL,
    "word" TEXT NOT NULL,

    CONSTRAINT "library_word_pkey" PRIMARY KEY ("scope","word")
);

-- CreateTable
CREATE TABLE "practice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "offered_by_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "practice_state" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "did" TEXT NOT NULL,
    "changed" TEXT NOT NULL,
    "advice" TEXT NOT NULL,
    "great_for" TEXT[],
    "level" TEXT NOT NULL,
    "module_id" TEXT,
    "credit_names" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "offered_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "practice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practice_review" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "practice_id" UUID NOT NULL,
    "reviewed_by_id" UUID NOT NULL,
    "published" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "practice_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "library_entry_practice_id_idx" ON "library_entry"("practice_id");

-- CreateIndex
CREATE INDEX "library_entry_search_idx" ON "library_entry" USING GIN ("search");

-- CreateIndex
CREATE INDEX "library_word_word_idx" ON "library_word" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "practice_offered_by_id_idx" ON "practice"("offered_by_id");

-- CreateIndex
CREATE INDEX "practice_organisation_id_state_idx" ON "practice"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "practice_review_practice_id_idx" ON "practice_review"("practice_id");

-- CreateIndex
CREATE INDEX "practice_review_reviewed_by_id_idx" ON "practice_review"("reviewed_by_id");

-- CreateIndex
CREATE INDEX "cohort_open_to_id_idx" ON "cohort"("open_to_id");

-- AddForeignKey
ALTER TABLE "cohort" ADD CONSTRAINT "cohort_open_to_id_fkey" FOREIGN KEY ("open_to_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "library_entry" ADD CONSTRAINT "library_entry_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_offered_by_id_fkey" FOREIGN KEY ("offered_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice" ADD CONSTRAINT "practice_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_review" ADD CONSTRAINT "practice_review_practice_id_fkey" FOREIGN KEY ("practice_id") REFERENCES "practice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practice_review" ADD CONSTRAINT "practice_review_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
