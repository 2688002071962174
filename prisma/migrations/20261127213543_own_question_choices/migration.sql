-- AlterTable
ALTER TABLE "live_ask" ADD COLUMN     "choices" JSONB;
