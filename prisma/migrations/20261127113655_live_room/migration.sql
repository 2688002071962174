-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "cancelled_at" TIMESTAMPTZ(3),
ADD COLUMN     "code" TEXT,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "rehearsal" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "started_at" TIMESTAMPTZ(3),
ADD COLUMN     "variant" TEXT NOT NULL DEFAULT 'in-person',
ADD COLUMN     "zone" TEXT;

-- Meetings that are planned already get a code of six letters without look-alikes.
UPDATE "live_session" SET "code" = (
    SELECT string_agg(substr('ACDEFGHJKMNPQRTWXY34679', 1 + floor(random() * 23)::int, 1), '')
    FROM generate_series(1, 6) WHERE "live_session"."id" IS NOT NULL
);
ALTER TABLE "live_session" ALTER COLUMN "code" SET NOT NULL;

-- CreateTable
CREATE TABLE "live_block" (
    "live_session_id" UUID NOT NULL,
    "block_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "min" INTEGER NOT NULL,
    "max" INTEGER NOT NULL,
    "planned" INTEGER NOT NULL,
    "minutes" INTEGER NOT NULL,
    "spent_seconds" INTEGER NOT NULL DEFAULT 0,
    "entered_at" TIMESTAMPTZ(3),

    CONSTRAINT "live_block_pkey" PRIMARY KEY ("live_session_id","block_id")
);

-- CreateTable
CREATE TABLE "live_event" (
    "live_session_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "parts" TEXT[],
    "data" JSONB NOT NULL DEFAULT '{}',
    "person_id" UUID,
    "attendee_id" UUID,
    "key" TEXT NOT NULL,

    CONSTRAINT "live_event_pkey" PRIMARY KEY ("live_session_id","number")
);

-- CreateTable
CREATE TABLE "live_attendee" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "live_session_id" UUID NOT NULL,
    "enrolment_id" UUID,
    "guest_name" TEXT,
    "guest_hash" TEXT,
    "mode" TEXT NOT NULL DEFAULT 'room',
    "arrived_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),
    "noted" TEXT NOT NULL DEFAULT 'code',
    "number" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "live_attendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_ask" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "live_session_id" UUID NOT NULL,
    "agenda_block_id" TEXT,
    "kind" TEXT NOT NULL,
    "block_id" TEXT,
    "question" TEXT,
    "capture" TEXT NOT NULL DEFAULT 'wall',
    "named" BOOLEAN NOT NULL DEFAULT false,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "revealed_at" TIMESTAMPTZ(3),
    "look" TEXT NOT NULL DEFAULT 'cards',
    "video" JSONB,

    CONSTRAINT "live_ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_response" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ask_id" UUID NOT NULL,
    "attendee_id" UUID NOT NULL,
    "sealed" BYTEA,
    "choices" TEXT[],
    "positions" JSONB,
    "on_wall" BOOLEAN NOT NULL DEFAULT true,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "highlighted" BOOLEAN NOT NULL DEFAULT false,
    "theme_id" UUID,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "live_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_theme" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "ask_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "live_theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_vote" (
    "attendee_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "live_vote_pkey" PRIMARY KEY ("attendee_id","subject_id")
);

-- CreateTable
CREATE TABLE "live_parked" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "live_session_id" UUID NOT NULL,
    "attendee_id" UUID,
    "sealed" BYTEA NOT NULL,
    "parked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" BYTEA,
    "answered_at" TIMESTAMPTZ(3),
    "hidden" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "live_parked_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_breakout" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "live_session_id" UUID NOT NULL,
    "agenda_block_id" TEXT,
    "task" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" INTEGER NOT NULL,
    "called_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "shared_at" TIMESTAMPTZ(3),

    CONSTRAINT "live_breakout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_group" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "breakout_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "note" BYTEA,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "live_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "live_group_member" (
    "group_id" UUID NOT NULL,
    "attendee_id" UUID NOT NULL,
    "role" TEXT,

    CONSTRAINT "live_group_member_pkey" PRIMARY KEY ("group_id","attendee_id")
);

-- CreateTable
CREATE TABLE "live_group_note" (
    "group_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "live_group_note_pkey" PRIMARY KEY ("group_id","revision")
);

-- CreateIndex
CREATE INDEX "live_event_person_id_idx" ON "live_event"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_event_live_session_id_key_key" ON "live_event"("live_session_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "live_attendee_guest_hash_key" ON "live_attendee"("guest_hash");

-- CreateIndex
CREATE INDEX "live_attendee_enrolment_id_idx" ON "live_attendee"("enrolment_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_attendee_live_session_id_enrolment_id_key" ON "live_attendee"("live_session_id", "enrolment_id");

-- CreateIndex
CREATE INDEX "live_ask_live_session_id_idx" ON "live_ask"("live_session_id");

-- CreateIndex
CREATE INDEX "live_response_attendee_id_idx" ON "live_response"("attendee_id");

-- CreateIndex
CREATE INDEX "live_response_theme_id_idx" ON "live_response"("theme_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_response_ask_id_attendee_id_key" ON "live_response"("ask_id", "attendee_id");

-- CreateIndex
CREATE INDEX "live_theme_ask_id_idx" ON "live_theme"("ask_id");

-- CreateIndex
CREATE INDEX "live_vote_subject_id_idx" ON "live_vote"("subject_id");

-- CreateIndex
CREATE INDEX "live_parked_live_session_id_idx" ON "live_parked"("live_session_id");

-- CreateIndex
CREATE INDEX "live_parked_attendee_id_idx" ON "live_parked"("attendee_id");

-- CreateIndex
CREATE INDEX "live_breakout_live_session_id_idx" ON "live_breakout"("live_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_group_breakout_id_number_key" ON "live_group"("breakout_id", "number");

-- CreateIndex
CREATE INDEX "live_group_member_attendee_id_idx" ON "live_group_member"("attendee_id");

-- CreateIndex
CREATE UNIQUE INDEX "live_session_code_key" ON "live_session"("code");

-- AddForeignKey
ALTER TABLE "live_block" ADD CONSTRAINT "live_block_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_event" ADD CONSTRAINT "live_event_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_event" ADD CONSTRAINT "live_event_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_attendee" ADD CONSTRAINT "live_attendee_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_attendee" ADD CONSTRAINT "live_attendee_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_ask" ADD CONSTRAINT "live_ask_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_response" ADD CONSTRAINT "live_response_ask_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "live_ask"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_response" ADD CONSTRAINT "live_response_attendee_id_fkey" FOREIGN KEY ("attendee_id") REFERENCES "live_attendee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_response" ADD CONSTRAINT "live_response_theme_id_fkey" FOREIGN KEY ("theme_id") REFERENCES "live_theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_theme" ADD CONSTRAINT "live_theme_ask_id_fkey" FOREIGN KEY ("ask_id") REFERENCES "live_ask"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_vote" ADD CONSTRAINT "live_vote_attendee_id_fkey" FOREIGN KEY ("attendee_id") REFERENCES "live_attendee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_parked" ADD CONSTRAINT "live_parked_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_parked" ADD CONSTRAINT "live_parked_attendee_id_fkey" FOREIGN KEY ("attendee_id") REFERENCES "live_attendee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_breakout" ADD CONSTRAINT "live_breakout_live_session_id_fkey" FOREIGN KEY ("live_session_id") REFERENCES "live_session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_group" ADD CONSTRAINT "live_group_breakout_id_fkey" FOREIGN KEY ("breakout_id") REFERENCES "live_breakout"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_group_member" ADD CONSTRAINT "live_group_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "live_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_group_member" ADD CONSTRAINT "live_group_member_attendee_id_fkey" FOREIGN KEY ("attendee_id") REFERENCES "live_attendee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "live_group_note" ADD CONSTRAINT "live_group_note_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "live_group"("id") ON DELETE CASCADE ON UPDATE CASCADE;
