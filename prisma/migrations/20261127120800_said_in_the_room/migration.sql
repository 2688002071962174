-- AlterTable
ALTER TABLE "live_response" ALTER COLUMN "attendee_id" DROP NOT NULL;
