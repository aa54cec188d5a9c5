-- A search is for the beginning of a label, an id, or one evidence: each is an index.
drop index person_label;
create index person_lower on person (run, lower(label), id);
