-- CreateTable
CREATE TABLE "inquiry_role" (
    "enrolment_id" UUID NOT NULL,
    "block_id" TEXT NOT NULL,
    "role_id" TEXT NOT NULL,
    "chosen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inquiry_role_pkey" PRIMARY KEY ("enrolment_id","block_id")
);

-- CreateTable
CREATE TABLE "work_note" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "enrolment_id" UUID NOT NULL,
    "block_id" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "writer" TEXT NOT NULL,
    "writer_sequence" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "work_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "visit" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cohort_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "block_id" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "visited_on" DATE NOT NULL,
    "opened_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "visit_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "observation_id" UUID NOT NULL,
    "indicator_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "rated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("observation_id","indicator_id")
);

-- CreateIndex
CREATE INDEX "inquiry_role_block_id_idx" ON "inquiry_role"("block_id");

-- CreateIndex
CREATE INDEX "work_note_block_id_idx" ON "work_note"("block_id");

-- CreateIndex
CREATE UNIQUE INDEX "work_note_enrolment_id_block_id_part_key" ON "work_note"("enrolment_id", "block_id", "part");

-- CreateIndex
CREATE INDEX "visit_organisation_id_idx" ON "visit"("organisation_id");

-- CreateIndex
CREATE INDEX "visit_opened_by_id_idx" ON "visit"("opened_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "visit_cohort_id_organisation_id_block_id_place_visited_on_key" ON "visit"("cohort_id", "organisation_id", "block_id", "place", "visited_on");

-- CreateIndex
CREATE INDEX "observation_enrolment_id_idx" ON "observation"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_visit_id_enrolment_id_key" ON "observation"("visit_id", "enrolment_id");

-- AddForeignKey
ALTER TABLE "inquiry_role" ADD CONSTRAINT "inquiry_role_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_note" ADD CONSTRAINT "work_note_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit" ADD CONSTRAINT "visit_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_visit_id_fkey" FOREIGN KEY ("visit_id") REFERENCES "visit"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rating" ADD CONSTRAINT "rating_observation_id_fkey" FOREIGN KEY ("observation_id") REFERENCES "observation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
