-- AlterTable
ALTER TABLE "live_breakout" ADD COLUMN     "back_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "live_group" ADD COLUMN     "arranged" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false;
