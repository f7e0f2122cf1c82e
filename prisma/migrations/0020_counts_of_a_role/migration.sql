-- How many of an area hold a role: each person's appointments side by side, without the order of names. Counting off
-- the lists' index takes three times as long.
CREATE INDEX "appointment_area_role_idx" ON "appointment"("area_id", "role", "speaker_id", "starts_on", "ends_on", "network", "level");
