-- AlterTable
ALTER TABLE "live_attendee" ADD COLUMN     "work" TEXT;
