-- What lists and counts read, apart from the documents: few people are over the line, and rows are wide.
create index person_over on person (run, millinats desc, id) where band <> 'none';
create index person_over_stage on person (run, stage) where band <> 'none';
create index person_found on person (run, id) where found_band <> 'none';
create index person_label on person (run, label, id);
create index evidence_person on evidence (run, person, cause, id);
create index evidence_id on evidence (run, id, person);
