-- 個人番号 and 住民票コード. Neither stands here in clear: the ciphertext names the key it was closed with, and a keyed fingerprint
-- finds it. The keys lie here too, closed with the installation's secret, which no dump of this database holds.

create table number_vault.vault_key (
  id int primary key, -- internal: its number, named by every ciphertext; the highest is the one in use
  sealed text not null, -- sensitive: the key, closed with the installation's secret; empty once nothing is closed with it
  made_at timestamptz not null, -- internal: when
  made_by text not null, -- internal: who
  emptied_at timestamptz -- internal: when the last number had moved to a newer key and this one was destroyed
);

create table number_vault.kept_number (
  id uuid primary key, -- internal: identity
  person_id uuid not null, -- sensitive: whose, as the resident register's key
  kind text not null, -- sensitive: individual-number or resident-code
  key_id int not null references number_vault.vault_key, -- internal: the key it is closed with
  ciphertext text not null, -- sensitive: AES-256-GCM, bound to the person and the kind
  mac text not null, -- sensitive: HMAC-SHA-256 under the same key
  kept_at timestamptz not null, -- internal: when
  kept_by text not null, -- internal: who
  ended_at timestamptz, -- sensitive: when another number took its place (番号法第7条第2項); null: it holds
  check (kind in ('individual-number', 'resident-code'))
);
create unique index kept_number_holding on number_vault.kept_number (person_id, kind) where ended_at is null;
create unique index kept_number_mac on number_vault.kept_number (kind, mac);
create index kept_number_key on number_vault.kept_number (key_id);
