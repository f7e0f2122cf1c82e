-- Whose names hold these words: the trail by a name, and the list of accounts, read every account's whole row for it.
CREATE INDEX "user_search_name_idx" ON "user" USING GIN ("search_name" gin_trgm_ops);
