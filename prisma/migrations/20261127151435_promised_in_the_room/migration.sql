-- AlterTable
ALTER TABLE "live_response" ADD COLUMN     "promised" JSONB;
