-- AlterTable
ALTER TABLE "live_parked" ADD COLUMN     "held" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "live_session" ADD COLUMN     "parked_first" BOOLEAN;
