-- What a scenario was at every change that was sent here; rows are added and, past a limit, taken away, never altered.
create table scenario_versions (
  scenario text not null references scenarios (id) on delete cascade,
  revision integer not null,
  title text not null,
  document jsonb not null,
  stored_at timestamptz not null default now(),
  primary key (scenario, revision)
);
insert into scenario_versions (scenario, revision, title, document, stored_at)
  select id, revision, title, document, updated_at from scenarios;

-- Links that were given out. Revoking one deletes its row, so that it is like one that never was.
create table scenario_links (
  -- 128 random bits, base64url; whoever opens the link must know its secret too.
  id text primary key,
  secret_hash text not null,
  scenario text not null references scenarios (id) on delete cascade,
  kind text not null check (kind in ('frozen', 'editable')),
  -- The version a frozen link shows; an editable link shows the latest.
  revision integer,
  created_at timestamptz not null default now(),
  check ((kind = 'frozen') = (revision is not null)),
  -- A version that a frozen link shows cannot be taken away.
  foreign key (scenario, revision) references scenario_versions (scenario, revision)
);
create index scenario_links_scenario on scenario_links (scenario, revision);
-- A new editable link ends the one before.
create unique index scenario_links_editable on scenario_links (scenario) where kind = 'editable';
