-- AlterTable
ALTER TABLE "live_parked" ADD COLUMN     "hands" INTEGER;

-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "parked_shown" BOOLEAN NOT NULL DEFAULT false;
