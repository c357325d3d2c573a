-- SPDX-License-Identifier: EUPL-1.2
-- One append-only, hash-chained trail for all processes. Nobody inserts into the table: audit.append does, so that a
-- runtime role can neither skip the chain nor choose a sequence number.

CREATE TABLE audit.entry (
  seq           bigint      PRIMARY KEY CHECK (seq > 0),
  at            timestamptz NOT NULL,
  type          text        NOT NULL CHECK (length(type) BETWEEN 1 AND 100),
  actor         text        NOT NULL CHECK (length(actor) BETWEEN 1 AND 200),
  subject       text        NOT NULL CHECK (length(subject) BETWEEN 1 AND 200),
  details       text        NOT NULL CHECK (length(details) BETWEEN 2 AND 16000),
  previous_hash bytea       NOT NULL CHECK (octet_length(previous_hash) = 32),
  hash          bytea       NOT NULL CHECK (octet_length(hash) = 32)
);

CREATE FUNCTION audit.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE ON audit.entry
  FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();
CREATE TRIGGER entry_is_never_emptied BEFORE TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

-- The hash is over one line per member; texts are preceded by their length in bytes, so that no member can pose as two.
-- The lock is held until the caller's transaction ends: append last.
CREATE FUNCTION audit.append(at timestamptz, type text, actor text, subject text, details text) RETURNS bigint
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  next_seq bigint;
  previous bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(8388201001);
  SELECT e.seq + 1, e.hash INTO next_seq, previous FROM audit.entry e ORDER BY e.seq DESC LIMIT 1;
  IF NOT FOUND THEN
    next_seq := 1;
    previous := decode(repeat('00', 32), 'hex');
  END IF;
  INSERT INTO audit.entry (seq, at, type, actor, subject, details, previous_hash, hash)
  VALUES (next_seq, append.at, append.type, append.actor, append.subject, append.details, previous,
    sha256(convert_to(concat_ws(chr(10),
      'stadttor-audit-1',
      next_seq::text,
      (extract(epoch FROM append.at) * 1000000)::bigint::text,
      octet_length(append.type) || ':' || append.type,
      octet_length(append.actor) || ':' || append.actor,
      octet_length(append.subject) || ':' || append.subject,
      octet_length(append.details) || ':' || append.details,
      encode(previous, 'hex')), 'UTF8')));
  RETURN next_seq;
END $$;

REVOKE ALL ON FUNCTION audit.append(timestamptz, text, text, text, text) FROM PUBLIC;
