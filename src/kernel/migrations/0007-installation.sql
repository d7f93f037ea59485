-- Whose database this is among installations: passwords and form tokens derive from an installation's secret, so two
-- secrets on one database would lock each other out. A backup leaves this table out: a restored city belongs to the
-- installation that it was restored into.
create table kernel.installation (
  is_only boolean primary key default true check (is_only), -- internal: there is one row
  fingerprint text not null -- internal: stands for the installation's secret without telling it
);
