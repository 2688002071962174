-- CreateTable
CREATE TABLE "meeting_role" (
    "live_session_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "enrolment_id" UUID NOT NULL,

    CONSTRAINT "meeting_role_pkey" PRIMARY KEY ("live_session_id","role")
);

-- CreateTable
CREATE TABLE "meeting_notice" (
    "live_session_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "module_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "place" TEXT,
    "call_link" TEXT,
    "sealed" BYTEA,

    CONSTRAINT "meeting_notice_pkey" PRIMARY KEY ("live_session_id","sequence")
);

-- CreateTable
CREATE TABLE "meeting_read" (
    "live_session_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "meeting_read_pkey" PRIMARY KEY ("live_session_id","person_id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "person_id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "meeting_role_enrolment_id_idx" ON "meeting_role"("enrolment_id");

-- CreateIndex
CREATE INDEX "meeting_read_person_id_idx" ON "meeting_read"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_hash_key" ON "calendar_feed"("hash");

-- AddForeignKey
ALTER TABLE "meeting_role" ADD CONSTRAINT "meeting_role_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_role" ADD CONSTRAINT "meeting_role_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_notice" ADD CONSTRAINT "meeting_notice_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_read" ADD CONSTRAINT "meeting_read_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_read" ADD CONSTRAINT "meeting_read_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
