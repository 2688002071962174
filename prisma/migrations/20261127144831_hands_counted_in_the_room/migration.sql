-- AlterTable
ALTER TABLE "live_ask" ADD COLUMN     "hands" JSONB;
