-- Who is tied to whom, as links.json has it. A pair stands twice, once for each of the two.
create table persona (
  run   text not null references run (id) on delete cascade,
  id    text not null,
  label text not null,
  line  text not null,
  primary key (run, id)
);
create index persona_lower on persona (run, lower(label), id);

create table tie (
  run    text   not null references run (id) on delete cascade,
  one    text   not null,
  other  text   not null,
  weighs bigint not null,
  line   text   not null,
  primary key (run, one, other)
);
create index tie_weighs on tie (run, one, weighs desc, other);

create table bond (
  run       text   not null references run (id) on delete cascade,
  id        text   not null,
  kind      text   not null,
  millibits bigint not null,
  line      text   not null,
  primary key (run, id)
);
create table bond_member (
  run    text not null,
  bond   text not null,
  person text not null,
  primary key (run, bond, person),
  foreign key (run, bond) references bond (run, id) on delete cascade
);
create index bond_person on bond_member (run, person);

-- What people said of two. Never deleted: withdrawn.
create table said_of_two (
  id           bigint primary key,
  one          text   not null,
  other        text   not null,
  verdict      text   not null,
  reason       text   not null,
  at           bigint not null,
  author       text   not null,
  withdrawn_at bigint,
  withdrawn_by text
);
create index said_of_two_pair on said_of_two (one, other);

-- Screenings of applications: a number, questions, and no order but that of the numbers.
create table screening (
  id           text   primary key,
  seq          bigint not null unique,
  imported_at  bigint not null,
  imported_by  text   not null,
  as_of        text   not null,
  version      text   not null,
  applications bigint not null
);
create table application (
  screening text   not null references screening (id) on delete cascade,
  id        text   not null,
  received  text   not null,
  questions bigint not null,
  fits      bigint not null,
  line      text   not null,
  primary key (screening, id)
);

create table setting (
  name  text primary key,
  value text not null
);

create table star (
  member text   not null,
  person text   not null,
  at     bigint not null,
  primary key (member, person)
);
