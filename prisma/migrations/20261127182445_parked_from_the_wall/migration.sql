-- AlterTable
ALTER TABLE "live_parked" ADD COLUMN     "response_id" UUID,
ALTER COLUMN "sealed" DROP NOT NULL;

-- CreateIndex
CREATE UNIQUE INDEX "live_parked_response_id_key" ON "live_parked"("response_id");

-- AddForeignKey
ALTER TABLE "live_parked" ADD CONSTRAINT "live_parked_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "live_response"("id") ON DELETE CASCADE ON UPDATE CASCADE;
