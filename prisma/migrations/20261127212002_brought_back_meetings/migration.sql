-- AlterTable
ALTER TABLE "meeting_notice" ADD COLUMN     "was_cancelled" BOOLEAN NOT NULL DEFAULT false;
