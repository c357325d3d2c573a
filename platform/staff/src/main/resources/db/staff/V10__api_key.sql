-- Keys with which a program acts for one person. Only the hash of a key is here; what it may do at most is fixed, what it
-- may do now is decided with each request by the grants the person has then.
CREATE TABLE ${schema}.api_key (
  id           uuid        PRIMARY KEY,
  member_id    uuid        NOT NULL REFERENCES ${schema}.member (id) ON DELETE CASCADE,
  name         text        NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  key_hash     bytea       NOT NULL UNIQUE CHECK (octet_length(key_hash) = 32),
  made_by      text        NOT NULL CHECK (made_by IN ('PASSKEY', 'OPENID_PROVIDER', 'SANDBOX')),
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days'),
  last_used_on date,
  revoked_at   timestamptz
);
CREATE INDEX api_key_member ON ${schema}.api_key (member_id);

CREATE TABLE ${schema}.api_key_grant (
  key_id uuid NOT NULL REFERENCES ${schema}.api_key (id) ON DELETE CASCADE,
  role   text NOT NULL,
  part   text NOT NULL CHECK (part LIKE '/%'),
  PRIMARY KEY (key_id, role, part)
);
