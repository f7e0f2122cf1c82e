-- Figures of a review from indexes alone.

-- What is counted of a person: a province's 16,000 records were read one by one, the country's all in full.
CREATE INDEX "speaker_figures_idx" ON "speaker"("id", "gender", "birth_year", "birth_month", "birth_day", "political_theory");

-- Who was trained in the last 24 months: every certificate was looked at.
CREATE INDEX "qualification_issued_on_speaker_id_idx" ON "qualification"("issued_on", "speaker_id");
