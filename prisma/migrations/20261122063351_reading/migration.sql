-- AlterTable
ALTER TABLE "person" ADD COLUMN     "reading" TEXT;

-- CreateTable
CREATE TABLE "saved_place" (
    "enrolment_id" UUID NOT NULL,
    "step_id" TEXT NOT NULL,
    "note" VARCHAR(200) NOT NULL DEFAULT '',
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_place_pkey" PRIMARY KEY ("enrolment_id","step_id")
);

-- CreateTable
CREATE TABLE "sitting" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "leader_id" UUID NOT NULL,
    "module_id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sitting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sitting_member" (
    "sitting_id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "was_there" BOOLEAN,
    "said_at" TIMESTAMPTZ(3),

    CONSTRAINT "sitting_member_pkey" PRIMARY KEY ("sitting_id","enrolment_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "sitting_leader_id_module_id_key" ON "sitting"("leader_id", "module_id");

-- CreateIndex
CREATE INDEX "sitting_member_enrolment_id_idx" ON "sitting_member"("enrolment_id");

-- AddForeignKey
ALTER TABLE "saved_place" ADD CONSTRAINT "saved_place_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting" ADD CONSTRAINT "sitting_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_member" ADD CONSTRAINT "sitting_member_sitting_id_fkey" FOREIGN KEY ("sitting_id") REFERENCES "sitting"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sitting_member" ADD CONSTRAINT "sitting_member_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
