-- Lists of a province or the centre answered from indexes alone.

-- Which decisions name people of a unit: its 20,000 appointments were fetched one by one.
DROP INDEX "appointment_unit_id_idx";
CREATE INDEX "appointment_unit_decisions_idx" ON "appointment"("unit_id", "decision_id", "end_decision_id");

-- Read backwards for the newest: the list breaks ties downwards too.
DROP INDEX "decision_decided_on_id_idx";
CREATE INDEX "decision_decided_on_id_idx" ON "decision"("decided_on", "id");

-- Women under forty of a unit and those under it: each was fetched for the year of birth.
CREATE INDEX "speaker_unit_gender_birth_idx" ON "speaker"("unit_id", "gender", "birth_year", "birth_month", "birth_day", "sort_key", "id");
