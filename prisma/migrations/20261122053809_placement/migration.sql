-- CreateTable
CREATE TABLE "placement" (
    "enrolment_id" UUID NOT NULL,
    "block_id" TEXT NOT NULL,
    "pair_id" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "position" SMALLINT NOT NULL,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("enrolment_id","block_id","pair_id","placed_at")
);

-- CreateIndex
CREATE INDEX "placement_block_id_idx" ON "placement"("block_id");

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
