-- Whose names hold these words: for the trail by a name every account's whole row was read.
CREATE INDEX "user_search_name_idx" ON "user" USING GIN ("search_name" gin_trgm_ops);
