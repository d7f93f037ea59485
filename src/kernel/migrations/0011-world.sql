-- The invented population of a demo city is made in parts; which exist, and which services have taken them in.

create table kernel.world_part (
  first_circle int primary key, -- internal: number of its first circle
  circles int not null check (circles > 0), -- internal: how many circles it has
  people int not null check (people > 0), -- internal: invented residents on its last day
  seed int not null, -- internal: what chance began with
  until date not null, -- internal: last day of which it tells
  made_at timestamptz not null default now() -- internal: when
);

create table kernel.settled (
  part text not null, -- internal: name of the service or capability
  first_circle int not null references kernel.world_part, -- internal: which part of the world it took in
  settled_at timestamptz not null default now(), -- internal: when
  primary key (part, first_circle)
);
