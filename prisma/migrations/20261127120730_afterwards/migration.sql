-- CreateTable
CREATE TABLE "commitment" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "enrolment_id" UUID NOT NULL,
    "live_session_id" UUID,
    "response_id" UUID,
    "kind" TEXT NOT NULL DEFAULT 'will',
    "sealed" BYTEA NOT NULL,
    "due" DATE,
    "sharing" TEXT NOT NULL DEFAULT 'me',
    "state" TEXT NOT NULL DEFAULT 'open',
    "note" BYTEA,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "commitment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recap" (
    "live_session_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_revision" INTEGER,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "recap_pkey" PRIMARY KEY ("live_session_id")
);

-- CreateTable
CREATE TABLE "recap_revision" (
    "live_session_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recap_revision_pkey" PRIMARY KEY ("live_session_id","revision")
);

-- CreateTable
CREATE TABLE "made_up" (
    "live_session_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "partner_id" UUID,
    "talked_at" TIMESTAMPTZ(3),
    "note" BYTEA,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "made_up_pkey" PRIMARY KEY ("live_session_id","enrolment_id")
);

-- CreateTable
CREATE TABLE "debrief" (
    "live_session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "worked" BYTEA NOT NULL,
    "change" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debrief_pkey" PRIMARY KEY ("live_session_id","person_id")
);

-- CreateTable
CREATE TABLE "attendance_correction" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "live_session_id" UUID NOT NULL,
    "attendee_id" UUID NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "reason" BYTEA NOT NULL,
    "corrected_by_id" UUID NOT NULL,
    "corrected_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "commitment_response_id_key" ON "commitment"("response_id");

-- CreateIndex
CREATE UNIQUE INDEX "commitment_key_key" ON "commitment"("key");

-- CreateIndex
CREATE INDEX "commitment_enrolment_id_idx" ON "commitment"("enrolment_id");

-- CreateIndex
CREATE INDEX "commitment_live_session_id_idx" ON "commitment"("live_session_id");

-- CreateIndex
CREATE INDEX "recap_revision_written_by_id_idx" ON "recap_revision"("written_by_id");

-- CreateIndex
CREATE INDEX "made_up_enrolment_id_idx" ON "made_up"("enrolment_id");

-- CreateIndex
CREATE INDEX "made_up_partner_id_idx" ON "made_up"("partner_id");

-- CreateIndex
CREATE INDEX "debrief_person_id_idx" ON "debrief"("person_id");

-- CreateIndex
CREATE INDEX "attendance_correction_live_session_id_idx" ON "attendance_correction"("live_session_id");

-- CreateIndex
CREATE INDEX "attendance_correction_attendee_id_idx" ON "attendance_correction"("attendee_id");

-- CreateIndex
CREATE INDEX "attendance_correction_corrected_by_id_idx" ON "attendance_correction"("corrected_by_id");

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "live_response"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recap" ADD CONSTRAINT "recap_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recap_revision" ADD CONSTRAINT "recap_revision_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "recap"("live_session_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recap_revision" ADD CONSTRAINT "recap_revision_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "made_up" ADD CONSTRAINT "made_up_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "made_up" ADD CONSTRAINT "made_up_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "made_up" ADD CONSTRAINT "made_up_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debrief" ADD CONSTRAINT "debrief_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debrief" ADD CONSTRAINT "debrief_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_correction" ADD CONSTRAINT "attendance_correction_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_correction" ADD CONSTRAINT "attendance_correction_attendee_id_fkey" FOREIGN KEY ("attendee_id") REFERENCES "live_attendee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance_correction" ADD CONSTRAINT "attendance_correction_corrected_by_id_fkey" FOREIGN KEY ("corrected_by_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
