-- AlterTable
ALTER TABLE "library_entry" ADD COLUMN     "head" tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('simple', "title"), 'A')
    || setweight(to_tsvector('english', "summary"), 'B') || setweight(to_tsvector('simple', "summary"), 'B')
) STORED;
