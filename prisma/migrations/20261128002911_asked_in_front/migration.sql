-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "asked_in_front" BOOLEAN NOT NULL DEFAULT false;
