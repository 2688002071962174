-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "set_id" UUID,
ADD COLUMN     "set_time" TEXT;

-- CreateTable
CREATE TABLE "meeting_set" (
    "id" UUID NOT NULL,
    "cohort_id" UUID NOT NULL,
    "skips" TEXT[],

    CONSTRAINT "meeting_set_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_set_cohort_id_idx" ON "meeting_set"("cohort_id");

-- CreateIndex
CREATE INDEX "live_session_set_id_idx" ON "live_session"("set_id");

-- AddForeignKey
ALTER TABLE "live_session" ADD CONSTRAINT "live_session_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "meeting_set"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_set" ADD CONSTRAINT "meeting_set_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;
