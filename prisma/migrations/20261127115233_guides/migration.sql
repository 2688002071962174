-- CreateTable
CREATE TABLE "guide_adaptation" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "cohort_id" UUID,
    "organisation_id" UUID,
    "module_id" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "current" INTEGER NOT NULL DEFAULT 0,
    "newest" INTEGER NOT NULL DEFAULT 0,
    "shared_at" TIMESTAMPTZ(3),
    "shared_by_id" UUID,

    CONSTRAINT "guide_adaptation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "guide_revision" (
    "adaptation_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "parent" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "made_by_id" UUID,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guide_revision_pkey" PRIMARY KEY ("adaptation_id","number")
);

-- CreateTable
CREATE TABLE "guide_tick" (
    "cohort_id" UUID NOT NULL,
    "module_id" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "ticked_by_id" UUID,
    "ticked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "guide_tick_pkey" PRIMARY KEY ("cohort_id","module_id","variant","task")
);

-- CreateIndex
CREATE INDEX "guide_adaptation_shared_by_id_idx" ON "guide_adaptation"("shared_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "guide_adaptation_cohort_id_module_id_variant_key" ON "guide_adaptation"("cohort_id", "module_id", "variant");

-- CreateIndex
CREATE UNIQUE INDEX "guide_adaptation_organisation_id_module_id_variant_key" ON "guide_adaptation"("organisation_id", "module_id", "variant");

-- CreateIndex
CREATE INDEX "guide_revision_made_by_id_idx" ON "guide_revision"("made_by_id");

-- CreateIndex
CREATE INDEX "guide_tick_ticked_by_id_idx" ON "guide_tick"("ticked_by_id");

-- AddForeignKey
ALTER TABLE "guide_adaptation" ADD CONSTRAINT "guide_adaptation_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_adaptation" ADD CONSTRAINT "guide_adaptation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_adaptation" ADD CONSTRAINT "guide_adaptation_shared_by_id_fkey" FOREIGN KEY ("shared_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_revision" ADD CONSTRAINT "guide_revision_adaptation_id_fkey" FOREIGN KEY ("adaptation_id") REFERENCES "guide_adaptation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_revision" ADD CONSTRAINT "guide_revision_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_tick" ADD CONSTRAINT "guide_tick_cohort_id_fkey" FOREIGN KEY ("cohort_id") REFERENCES "cohort"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "guide_tick" ADD CONSTRAINT "guide_tick_ticked_by_id_fkey" FOREIGN KEY ("ticked_by_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
