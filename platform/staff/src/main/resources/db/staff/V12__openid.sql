-- Identities at the operator's own provider: issuer and subject, never an e-mail address; one per account and issuer.
CREATE TABLE ${schema}.openid_identity (
  issuer    text        NOT NULL CHECK (length(issuer) <= 500),
  subject   text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  member_id uuid        NOT NULL REFERENCES ${schema}.member (id) ON DELETE CASCADE,
  linked_at timestamptz NOT NULL,
  PRIMARY KEY (issuer, subject),
  UNIQUE (member_id, issuer)
);

-- Attempts that are to link an account; the secret is in the cookie of a browser.
CREATE TABLE ${schema}.openid_link (
  binding_hash text        PRIMARY KEY CHECK (length(binding_hash) = 64),
  member_id    uuid        NOT NULL REFERENCES ${schema}.member (id) ON DELETE CASCADE,
  expires_at   timestamptz NOT NULL
);
