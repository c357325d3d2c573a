-- SPDX-License-Identifier: EUPL-1.2
-- Issuers: details and proposer are written once (the runtime role cannot update them); four eyes hold here too.

CREATE TABLE trust.issuer (
  id                     uuid        PRIMARY KEY,
  state                  text        NOT NULL CHECK (state IN ('proposed', 'approved', 'suspended', 'withdrawn')),
  details                text        NOT NULL,
  proposed_by            text        NOT NULL,
  proposed_at            timestamptz NOT NULL,
  approved_by            text,
  approved_at            timestamptz,
  changed_by             text        NOT NULL,
  changed_at             timestamptz NOT NULL,
  reason                 text        NOT NULL,
  resumption_proposed_by text,
  resumed_by             text,
  CONSTRAINT issuer_four_eyes CHECK (approved_by <> proposed_by),
  CONSTRAINT issuer_resumption_four_eyes CHECK (resumed_by <> resumption_proposed_by),
  CONSTRAINT issuer_listed_only_if_approved
    CHECK (state NOT IN ('approved', 'suspended') OR (approved_by IS NOT NULL AND approved_at IS NOT NULL)),
  CONSTRAINT issuer_resumed_only_if_proposed CHECK (resumed_by IS NULL OR resumption_proposed_by IS NOT NULL)
);

CREATE INDEX issuer_by_state ON trust.issuer (state);

-- Published lists: number and bytes are one row, so that no number can belong to two lists.
CREATE TABLE trust.publication (
  sequence     bigint      PRIMARY KEY CHECK (sequence > 0),
  issued_at    timestamptz NOT NULL,
  next_update  timestamptz NOT NULL CHECK (next_update > issued_at),
  content_hash text        NOT NULL,
  jws          text        NOT NULL
);

CREATE FUNCTION trust.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published list is never changed or removed' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER publication_is_immutable BEFORE UPDATE OR DELETE ON trust.publication
  FOR EACH ROW EXECUTE FUNCTION trust.refuse_change();
CREATE TRIGGER publication_is_never_emptied BEFORE TRUNCATE ON trust.publication
  FOR EACH STATEMENT EXECUTE FUNCTION trust.refuse_change();

-- A suspension that was lifted must have been proposed by one person and lifted by another, and only proposals that were
-- approved by a second person get onto the list: states change in these ways and in no other.
CREATE FUNCTION trust.check_transition() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = NEW.state AND OLD.state = 'suspended' THEN
    RETURN NEW;
  END IF;
  IF OLD.state = 'proposed' AND NEW.state IN ('approved', 'withdrawn')
     OR OLD.state = 'approved' AND NEW.state IN ('suspended', 'withdrawn')
     OR OLD.state = 'suspended' AND NEW.state = 'withdrawn'
     OR OLD.state = 'suspended' AND NEW.state = 'approved'
        AND OLD.resumption_proposed_by IS NOT NULL AND NEW.resumption_proposed_by = OLD.resumption_proposed_by
        AND NEW.resumed_by IS NOT NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'issuer: no transition from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER issuer_transition BEFORE UPDATE ON trust.issuer
  FOR EACH ROW EXECUTE FUNCTION trust.check_transition();
