-- Passkeys. A credential and its key are in one account and never in another, not even after they were removed.
CREATE TABLE ${schema}.passkey (
  id                 uuid        PRIMARY KEY,
  member_id          uuid        NOT NULL REFERENCES ${schema}.member (id),
  credential_id      bytea       NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
  key_hash           text        NOT NULL UNIQUE CHECK (length(key_hash) = 64),
  attestation_object bytea       NOT NULL,
  counter            bigint      NOT NULL,
  transports         text        NOT NULL,
  backed_up          boolean     NOT NULL,
  label              text        NOT NULL CHECK (length(label) BETWEEN 1 AND 100),
  state              text        NOT NULL CHECK (state IN ('active', 'locked', 'removed')),
  created_at         timestamptz NOT NULL,
  last_used_at       timestamptz
);
CREATE INDEX passkey_member ON ${schema}.passkey (member_id);

-- Challenges that wait for an answer. Taking one deletes it, so it serves once on however many nodes.
CREATE TABLE ${schema}.ceremony (
  ticket_hash  text        PRIMARY KEY,
  session_hash text        NOT NULL,
  purpose      text        NOT NULL,
  subject_hash text        NOT NULL,
  challenge    bytea       NOT NULL,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX ceremony_session ON ${schema}.ceremony (session_hash, expires_at);
CREATE INDEX ceremony_expires ON ${schema}.ceremony (expires_at);

-- Invitations; the secret of the link is not here, only its hash.
CREATE TABLE ${schema}.invitation (
  id          uuid        PRIMARY KEY,
  secret_hash text        NOT NULL UNIQUE CHECK (length(secret_hash) = 64),
  account     uuid        NOT NULL,
  kind        text        NOT NULL CHECK (kind IN ('account', 'passkey')),
  name        text        CHECK (length(name) BETWEEN 1 AND 100),
  email       text        CHECK (length(email) <= 254),
  invited_by  text        NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  outcome     text        CHECK (outcome IN ('used', 'withdrawn', 'replaced')),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE TABLE ${schema}.invitation_grant (
  invitation_id uuid NOT NULL REFERENCES ${schema}.invitation (id),
  role          text NOT NULL,
  part          text NOT NULL CHECK (part LIKE '/%'),
  PRIMARY KEY (invitation_id, role, part)
);
