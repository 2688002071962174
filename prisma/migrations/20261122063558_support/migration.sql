-- CreateEnum
CREATE TYPE "feedback_subject" AS ENUM ('module', 'entry');

-- CreateEnum
CREATE TYPE "help_kind" AS ENUM ('tool', 'topic_group', 'consultation');

-- CreateEnum
CREATE TYPE "help_status" AS ENUM ('open', 'taken', 'answered', 'closed');

-- CreateTable
CREATE TABLE "feedback" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "subject" "feedback_subject" NOT NULL,
    "subject_id" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "rating" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "with_name" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feedback_reply" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "feedback_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "feedback_reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "asked_by_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "at_id" UUID NOT NULL,
    "kind" "help_kind" NOT NULL,
    "status" "help_status" NOT NULL DEFAULT 'open',
    "about_href" TEXT NOT NULL,
    "about_title" TEXT NOT NULL,
    "taken_by_id" UUID,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "waiting_since" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "help_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_message" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "request_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "cohort_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "help_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "help_move" (
    "request_id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "moved_by_id" UUID NOT NULL,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "help_move_pkey" PRIMARY KEY ("request_id","from_id")
);

-- CreateTable
CREATE TABLE "theory_revision" (
    "organisation_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "rows" JSONB NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "theory_revision_pkey" PRIMARY KEY ("organisation_id","revision")
);

-- CreateIndex
CREATE INDEX "feedback_organisation_id_idx" ON "feedback"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "feedback_person_id_subject_subject_id_version_key" ON "feedback"("person_id", "subject", "subject_id", "version");

-- CreateIndex
CREATE INDEX "feedback_reply_feedback_id_idx" ON "feedback_reply"("feedback_id");

-- CreateIndex
CREATE INDEX "feedback_reply_author_id_idx" ON "feedback_reply"("author_id");

-- CreateIndex
CREATE INDEX "help_request_asked_by_id_idx" ON "help_request"("asked_by_id");

-- CreateIndex
CREATE INDEX "help_request_taken_by_id_idx" ON "help_request"("taken_by_id");

-- CreateIndex
CREATE INDEX "help_request_organisation_id_idx" ON "help_request"("organisation_id");

-- CreateIndex
CREATE INDEX "help_request_at_id_status_idx" ON "help_request"("at_id", "status");

-- CreateIndex
CREATE INDEX "help_message_request_id_idx" ON "help_message"("request_id");

-- CreateIndex
CREATE INDEX "help_message_author_id_idx" ON "help_message"("author_id");

-- CreateIndex
CREATE INDEX "help_message_cohort_id_idx" ON "help_message"("cohort_id");

-- CreateIndex
CREATE INDEX "help_move_from_id_idx" ON "help_move"("from_id");

-- CreateIndex
CREATE INDEX "help_move_moved_by_id_idx" ON "help_move"("moved_by_id");

-- CreateIndex
CREATE INDEX "theory_revision_written_by_id_idx" ON "theory_revision"("written_by_id");

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_reply" ADD CONSTRAINT "feedback_reply_feedback_id_fkey" FOREIGN KEY ("feedback_id") REFERENCES "feedback"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "feedback_reply" ADD CONSTRAINT "feedback_reply_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_request" ADD CONSTRAINT "help_request_at_id_fkey" FOREIGN KEY ("at_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_message" ADD CONSTRAINT "help_message_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "help_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_message" ADD CONSTRAINT "help_message_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_message" ADD CONSTRAINT "help_message_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_move" ADD CONSTRAINT "help_move_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "help_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_move" ADD CONSTRAINT "help_move_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "help_move" ADD CONSTRAINT "help_move_moved_by_id_fkey" FOREIGN KEY ("moved_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theory_revision" ADD CONSTRAINT "theory_revision_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "theory_revision" ADD CONSTRAINT "theory_revision_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
