-- CreateEnum
CREATE TYPE "sheet_change_kind" AS ENUM ('write', 'add', 'move', 'remove', 'restore');

-- CreateTable
CREATE TABLE "sheet" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "block_id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "cohort_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "enrolment_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_in" TEXT,

    CONSTRAINT "sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_row" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sheet_id" UUID NOT NULL,
    "starter" TEXT,
    "position" DOUBLE PRECISION NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sheet_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_cell" (
    "row_id" UUID NOT NULL,
    "column_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_cell_pkey" PRIMARY KEY ("row_id","column_id")
);

-- CreateTable
CREATE TABLE "sheet_change" (
    "id" BIGSERIAL NOT NULL,
    "sheet_id" UUID NOT NULL,
    "row_id" UUID NOT NULL,
    "kind" "sheet_change_kind" NOT NULL,
    "column_id" TEXT,
    "revision" INTEGER,
    "sealed" BYTEA,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sheet_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sheet_part" (
    "sheet_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,

    CONSTRAINT "sheet_part_pkey" PRIMARY KEY ("sheet_id","enrolment_id")
);

-- CreateIndex
CREATE INDEX "sheet_cohort_id_idx" ON "sheet"("cohort_id");

-- CreateIndex
CREATE INDEX "sheet_organisation_id_idx" ON "sheet"("organisation_id");

-- CreateIndex
CREATE INDEX "sheet_enrolment_id_idx" ON "sheet"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "sheet_block_id_owner_number_key" ON "sheet"("block_id", "owner", "number");

-- CreateIndex
CREATE UNIQUE INDEX "sheet_row_sheet_id_starter_key" ON "sheet_row"("sheet_id", "starter");

-- CreateIndex
CREATE INDEX "sheet_cell_changed_by_id_idx" ON "sheet_cell"("changed_by_id");

-- CreateIndex
CREATE INDEX "sheet_change_sheet_id_idx" ON "sheet_change"("sheet_id");

-- CreateIndex
CREATE INDEX "sheet_change_changed_by_id_idx" ON "sheet_change"("changed_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "sheet_change_row_id_column_id_revision_key" ON "sheet_change"("row_id", "column_id", "revision");

-- CreateIndex
CREATE INDEX "sheet_part_enrolment_id_idx" ON "sheet_part"("enrolment_id");

-- AddForeignKey
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet" ADD CONSTRAINT "sheet_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_row" ADD CONSTRAINT "sheet_row_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_cell" ADD CONSTRAINT "sheet_cell_row_id_fkey" FOREIGN KEY ("row_id") REFERENCES "sheet_row"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_cell" ADD CONSTRAINT "sheet_cell_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_change" ADD CONSTRAINT "sheet_change_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_change" ADD CONSTRAINT "sheet_change_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "enrolment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_part" ADD CONSTRAINT "sheet_part_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sheet_part" ADD CONSTRAINT "sheet_part_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
