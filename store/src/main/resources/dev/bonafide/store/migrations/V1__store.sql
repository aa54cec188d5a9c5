-- One text for SQLite and PostgreSQL. Times are UTC milliseconds, documents are JSON as the engine writes it.

create table run (
  id             text   primary key,
  seq            bigint not null unique,
  imported_at    bigint not null,
  imported_by    text   not null,
  as_of          text   not null,
  people         bigint not null,
  line_millinats bigint not null,
  findings       text   not null,
  quality        text   not null,
  vault          text
);

-- A person in a run: as the run found them, and as they stand now that people judged.
create table person (
  run        text   not null references run (id) on delete cascade,
  id         text   not null,
  label      text   not null,
  found_band text   not null,
  found      text   not null,
  documents  text   not null,
  dossier    text,
  before     bigint,
  millinats  bigint not null,
  band       text   not null,
  stage      text   not null,
  stands     text   not null,
  primary key (run, id)
);
create index person_order on person (run, millinats desc, id);
create index person_band on person (run, band);

create table evidence (
  run       text   not null,
  person    text   not null,
  seq       bigint not null,
  id        text   not null,
  indicator text   not null,
  cause     text   not null,
  line      text   not null,
  primary key (run, person, seq),
  foreign key (run, person) references person (run, id) on delete cascade
);
create index evidence_cause on evidence (run, cause, person);
create index evidence_indicator on evidence (run, indicator, person);

-- What people decided. Never deleted: withdrawn.
create table judgement (
  id           bigint primary key,
  person       text   not null,
  evidence     text   not null,
  kind         text   not null,
  reason       text   not null,
  at           bigint not null,
  author       text   not null,
  until        bigint,
  withdrawn_at bigint,
  withdrawn_by text
);
create index judgement_person on judgement (person, id);

create table member (
  name         text    primary key,
  shown        text    not null,
  password     text    not null,
  subject      text    not null,
  roles        text    not null,
  active       integer not null,
  failed       integer not null,
  locked_until bigint  not null,
  version      bigint  not null,
  created_at   bigint  not null,
  seen_at      bigint  not null
);

create table token (
  id         text   primary key,
  hash       text   not null unique,
  name       text   not null,
  owner      text   not null,
  scopes     text   not null,
  created_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint not null
);

-- Each line holds the hash of the one before it; the head says where the chain ends.
create table audit (
  seq      bigint primary key,
  at       bigint not null,
  actor    text   not null,
  action   text   not null,
  subject  text   not null,
  detail   text   not null,
  previous text   not null,
  hash     text   not null
);
create index audit_subject on audit (subject, seq);
create index audit_actor on audit (actor, seq);

create table audit_head (
  one  integer primary key,
  seq  bigint  not null,
  hash text    not null
);
insert into audit_head (one, seq, hash) values (1, 0, '');
