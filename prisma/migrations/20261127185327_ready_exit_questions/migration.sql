-- AlterTable
ALTER TABLE "live_ask" ADD COLUMN     "ready" TEXT;
