-- Lists that a user named for themselves: the address is the view.
create table saved_view (
  member  text   not null,
  name    text   not null,
  address text   not null,
  at      bigint not null,
  primary key (member, name)
);
