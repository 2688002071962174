-- AlterTable
ALTER TABLE "live_response" ADD COLUMN     "sent_number" INTEGER NOT NULL DEFAULT 0;

-- What was sent before is known to its writers by the number that it has now.
UPDATE "live_response" SET "sent_number" = "number";
