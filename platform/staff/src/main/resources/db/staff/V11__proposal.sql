-- What needs a second person: roles that approve, people who have one, and a new passkey for them.
CREATE TABLE ${schema}.proposal (
  id          uuid        PRIMARY KEY,
  kind        text        NOT NULL CHECK (kind IN ('give', 'resume', 'invite', 'passkey')),
  member_id   uuid        REFERENCES ${schema}.member (id),
  name        text        CHECK (length(name) BETWEEN 1 AND 100),
  email       text        CHECK (length(email) <= 254),
  role        text,
  part        text        CHECK (part LIKE '/%'),
  proposed_by uuid        NOT NULL REFERENCES ${schema}.member (id),
  proposed_at timestamptz NOT NULL,
  lapses_at   timestamptz NOT NULL,
  state       text        NOT NULL CHECK (state IN ('open', 'confirmed', 'rejected')),
  decided_by  uuid        REFERENCES ${schema}.member (id),
  decided_at  timestamptz,
  CHECK ((kind = 'invite') = (member_id IS NULL)),
  CHECK ((kind = 'invite') = (name IS NOT NULL AND email IS NOT NULL)),
  CHECK ((kind IN ('give', 'invite')) = (role IS NOT NULL AND part IS NOT NULL)),
  CHECK ((state = 'open') = (decided_by IS NULL AND decided_at IS NULL)),
  CHECK (decided_by <> proposed_by OR state = 'rejected'),
  CHECK (decided_by <> member_id OR state = 'rejected')
);
CREATE INDEX proposal_open ON ${schema}.proposal (lapses_at) WHERE state = 'open';
