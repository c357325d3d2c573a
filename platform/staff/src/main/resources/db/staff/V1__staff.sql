-- Who belongs to the staff of this process. An account is one person; names are for people, ids for everything else.
CREATE TABLE ${schema}.member (
  id         uuid        PRIMARY KEY,
  name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  email      text        UNIQUE CHECK (length(email) <= 254),
  state      text        NOT NULL CHECK (state IN ('active', 'suspended')),
  created_at timestamptz NOT NULL
);

-- A role in a part of the organisation; '/' is everything.
CREATE TABLE ${schema}.member_grant (
  member_id uuid NOT NULL REFERENCES ${schema}.member (id) ON DELETE CASCADE,
  role      text NOT NULL,
  part      text NOT NULL CHECK (part LIKE '/%'),
  PRIMARY KEY (member_id, role, part)
);

-- Sessions, in the shape that Spring Session reads.
CREATE TABLE ${schema}.session (
  primary_id            char(36) PRIMARY KEY,
  session_id            char(36) NOT NULL UNIQUE,
  creation_time         bigint   NOT NULL,
  last_access_time      bigint   NOT NULL,
  max_inactive_interval int      NOT NULL,
  expiry_time           bigint   NOT NULL,
  principal_name        varchar(100)
);
CREATE INDEX session_expiry_time ON ${schema}.session (expiry_time);
CREATE INDEX session_principal_name ON ${schema}.session (principal_name);
CREATE TABLE ${schema}.session_attributes (
  session_primary_id char(36)     NOT NULL REFERENCES ${schema}.session (primary_id) ON DELETE CASCADE,
  attribute_name     varchar(200) NOT NULL,
  attribute_bytes    bytea        NOT NULL,
  PRIMARY KEY (session_primary_id, attribute_name)
);
