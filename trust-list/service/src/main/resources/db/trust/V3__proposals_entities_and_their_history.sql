-- SPDX-License-Identifier: EUPL-1.2
-- A proposal is bytes with a hash; an entity comes into being and changes only by one that another person approved.
-- Every state of an entity stays as a row. Lists are published per purpose.

ALTER TABLE trust.issuer RENAME TO issuer_v1;
DROP TRIGGER issuer_transition ON trust.issuer_v1;
DROP TRIGGER issuer_proposal ON trust.issuer_v1;
DROP TRIGGER issuer_approver ON trust.issuer_v1;
DROP FUNCTION trust.check_transition();
DROP FUNCTION trust.check_proposal();
DROP FUNCTION trust.check_approver();

-- The bytes that are decided on.
CREATE FUNCTION trust.proposal_hash(kind text, purpose text, issuer uuid, base bigint, reason text, details text)
  RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT encode(sha256(convert_to('stadttor-proposal-1' || E'\nkind=' || kind || E'\npurpose=' || purpose
    || E'\nissuer=' || issuer || E'\nbase=' || base || E'\nreason=' || reason || E'\n' || details, 'UTF8')), 'hex')
$$;

CREATE TABLE trust.proposal (
  id              uuid        PRIMARY KEY,
  kind            text        NOT NULL CHECK (kind IN ('listing', 'change', 'resumption')),
  purpose         text        NOT NULL
    CHECK (purpose IN ('pid', 'pub_eaa', 'eaa', 'wallet', 'access_certificate', 'registration_certificate')),
  issuer          uuid        NOT NULL,
  base            bigint      NOT NULL CHECK ((kind = 'listing') = (base = 0) AND base >= 0),
  reason          text        NOT NULL,
  details         text        NOT NULL,
  sha256          text        NOT NULL,
  proposed_by     text        NOT NULL CHECK (proposed_by <> 'system'),
  proposed_at     timestamptz NOT NULL,
  lapses_at       timestamptz NOT NULL CHECK (lapses_at = proposed_at + interval '168 hours'),
  state           text        NOT NULL DEFAULT 'pending'
    CHECK (state IN ('pending', 'approved', 'rejected', 'withdrawn', 'lapsed')),
  decided_by      text,
  decided_at      timestamptz,
  decision_reason text,
  CONSTRAINT proposal_hash CHECK (sha256 = trust.proposal_hash(kind, purpose, issuer, base, reason, details)),
  CONSTRAINT proposal_decision CHECK ((state = 'pending') = (decided_by IS NULL)
    AND (decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL) = (decision_reason IS NULL)),
  CONSTRAINT proposal_four_eyes CHECK (CASE state
    WHEN 'approved' THEN decided_by <> proposed_by AND decided_by <> 'system'
    WHEN 'rejected' THEN decided_by <> proposed_by AND decided_by <> 'system'
    WHEN 'withdrawn' THEN decided_by = proposed_by
    WHEN 'lapsed' THEN decided_by = 'system'
    ELSE true END)
);

CREATE INDEX proposal_pending ON trust.proposal (lapses_at) WHERE state = 'pending';
CREATE INDEX proposal_by_issuer ON trust.proposal (issuer);
CREATE INDEX proposal_by_decision ON trust.proposal (decided_at);

CREATE TABLE trust.issuer (
  id           uuid        PRIMARY KEY,
  purpose      text        NOT NULL,
  state        text        NOT NULL CHECK (state IN ('approved', 'suspended', 'withdrawn')),
  version      bigint      NOT NULL DEFAULT 1 CHECK (version > 0),
  proposal     uuid        NOT NULL REFERENCES trust.proposal (id),
  details      text        NOT NULL,
  listed_at    timestamptz NOT NULL,
  event        text        NOT NULL CHECK (event IN ('listed', 'changed', 'suspended', 'suspension_confirmed',
                                                      'returned_unconfirmed', 'resumed', 'withdrawn')),
  changed_by   text        NOT NULL,
  changed_at   timestamptz NOT NULL,
  reason       text        NOT NULL,
  suspended_by text,
  confirmed_by text,
  returns_at   timestamptz,
  CONSTRAINT issuer_suspended CHECK (state <> 'suspended' OR suspended_by IS NOT NULL),
  CONSTRAINT issuer_confirmation_four_eyes CHECK (confirmed_by <> suspended_by),
  CONSTRAINT issuer_returns_only_if_not_confirmed
    CHECK (returns_at IS NULL OR (state = 'suspended' AND confirmed_by IS NULL))
);

CREATE INDEX issuer_by_purpose ON trust.issuer (purpose, listed_at, id);
CREATE INDEX issuer_that_returns ON trust.issuer (returns_at) WHERE returns_at IS NOT NULL;

CREATE TABLE trust.issuer_version (
  issuer     uuid        NOT NULL,
  version    bigint      NOT NULL,
  event      text        NOT NULL,
  state      text        NOT NULL,
  proposal   uuid        NOT NULL,
  details    text        NOT NULL,
  changed_by text        NOT NULL,
  changed_at timestamptz NOT NULL,
  reason     text        NOT NULL,
  PRIMARY KEY (issuer, version)
);

CREATE TABLE trust.alert (
  id              uuid        PRIMARY KEY,
  kind            text        NOT NULL CHECK (kind IN ('suspension_not_confirmed')),
  issuer          uuid        NOT NULL REFERENCES trust.issuer (id),
  purpose         text        NOT NULL,
  raised_at       timestamptz NOT NULL,
  acknowledged_by text,
  acknowledged_at timestamptz,
  acknowledgement text,
  CONSTRAINT alert_acknowledgement CHECK ((acknowledged_by IS NULL) = (acknowledged_at IS NULL)
    AND (acknowledged_by IS NULL) = (acknowledgement IS NULL))
);

CREATE INDEX alert_open ON trust.alert (raised_at) WHERE acknowledged_by IS NULL;

-- What was stored so far: each row was its own proposal. A suspension of before stays until two people lift it.
INSERT INTO trust.proposal (id, kind, purpose, issuer, base, reason, details, sha256, proposed_by, proposed_at, lapses_at,
                            state, decided_by, decided_at, decision_reason)
SELECT gen_random_uuid(), 'listing', 'pid', i.id, 0, i.basis, i.details,
       trust.proposal_hash('listing', 'pid', i.id, 0, i.basis, i.details),
       i.proposed_by, i.proposed_at, i.proposed_at + interval '168 hours',
       CASE WHEN i.state = 'proposed' THEN 'pending'
            WHEN i.approved_by IS NOT NULL THEN 'approved'
            WHEN i.changed_by = i.proposed_by THEN 'withdrawn'
            ELSE 'rejected' END,
       CASE WHEN i.state <> 'proposed' THEN coalesce(i.approved_by, i.changed_by) END,
       CASE WHEN i.state <> 'proposed' THEN coalesce(i.approved_at, i.changed_at) END,
       CASE WHEN i.state <> 'proposed' THEN CASE WHEN i.approved_by IS NULL THEN i.reason ELSE 'approved' END END
  FROM (SELECT *, details::jsonb ->> 'legalBasis' AS basis FROM trust.issuer_v1) i;

INSERT INTO trust.issuer (id, purpose, state, proposal, details, listed_at, event, changed_by, changed_at, reason,
                          suspended_by)
SELECT i.id, 'pid', i.state, p.id, i.details, i.proposed_at,
       CASE i.state WHEN 'approved' THEN 'listed' ELSE i.state END, i.changed_by, i.changed_at, i.reason,
       CASE WHEN i.state = 'suspended' THEN i.changed_by END
  FROM trust.issuer_v1 i JOIN trust.proposal p ON p.issuer = i.id
 WHERE i.state <> 'proposed' AND i.approved_by IS NOT NULL;

INSERT INTO trust.issuer_version
SELECT id, version, event, state, proposal, details, changed_by, changed_at, reason FROM trust.issuer;

DROP TABLE trust.issuer_v1;

-- From here on the rules hold.
CREATE FUNCTION trust.check_new_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'pending' THEN
    RAISE EXCEPTION 'proposal: only one without a decision is inserted' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER proposal_is_new BEFORE INSERT ON trust.proposal
  FOR EACH ROW EXECUTE FUNCTION trust.check_new_proposal();

CREATE FUNCTION trust.check_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'pending' THEN
    RAISE EXCEPTION 'proposal: decided once' USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.state = 'approved' AND NEW.decided_at >= OLD.lapses_at
     OR NEW.state = 'lapsed' AND NEW.decision_reason NOT IN ('proposal_lapsed', 'ground_moved')
     OR NEW.state = 'lapsed' AND NEW.decision_reason = 'proposal_lapsed' AND NEW.decided_at < OLD.lapses_at THEN
    RAISE EXCEPTION 'proposal: not at this time' USING ERRCODE = 'check_violation';
  END IF;
  IF (NEW.id, NEW.kind, NEW.purpose, NEW.issuer, NEW.base, NEW.reason, NEW.details, NEW.sha256, NEW.proposed_by,
      NEW.proposed_at, NEW.lapses_at)
     IS DISTINCT FROM (OLD.id, OLD.kind, OLD.purpose, OLD.issuer, OLD.base, OLD.reason, OLD.details, OLD.sha256,
      OLD.proposed_by, OLD.proposed_at, OLD.lapses_at) THEN
    RAISE EXCEPTION 'proposal: written once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER proposal_is_decided_once BEFORE UPDATE ON trust.proposal
  FOR EACH ROW EXECUTE FUNCTION trust.check_decision();

-- The proposal that puts these details on the list was approved, by whoever makes the change, for just this.
CREATE FUNCTION trust.is_approved(entity trust.issuer, wanted text, base_version bigint)
  RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM trust.proposal p
    WHERE p.id = entity.proposal AND p.kind = wanted AND p.issuer = entity.id AND p.base = base_version
      AND p.purpose = entity.purpose AND p.details = entity.details AND p.state = 'approved'
      AND p.decided_by = entity.changed_by AND p.decided_at = entity.changed_at AND p.decided_by <> p.proposed_by)
$$;

CREATE FUNCTION trust.check_new_issuer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'approved' AND NEW.event = 'listed' AND NEW.version = 1 AND NEW.suspended_by IS NULL
     AND NEW.confirmed_by IS NULL AND NEW.returns_at IS NULL AND trust.is_approved(NEW, 'listing', 0) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'issuer: only an approved proposal makes one' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER issuer_is_new BEFORE INSERT ON trust.issuer
  FOR EACH ROW EXECUTE FUNCTION trust.check_new_issuer();

CREATE FUNCTION trust.check_transition() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  same boolean := NEW.proposal = OLD.proposal AND NEW.details = OLD.details;
  listed boolean := NEW.state = 'approved' AND NEW.suspended_by IS NULL AND NEW.confirmed_by IS NULL
                    AND NEW.returns_at IS NULL;
BEGIN
  NEW.version := OLD.version + 1;
  IF NEW.id = OLD.id AND NEW.purpose = OLD.purpose AND NEW.listed_at = OLD.listed_at AND (CASE NEW.event
    WHEN 'changed' THEN OLD.state IN ('approved', 'suspended') AND listed
      AND trust.is_approved(NEW, 'change', OLD.version)
    WHEN 'resumed' THEN OLD.state = 'suspended' AND listed AND NEW.details = OLD.details
      AND trust.is_approved(NEW, 'resumption', OLD.version)
    WHEN 'returned_unconfirmed' THEN OLD.state = 'suspended' AND listed AND same
      AND OLD.confirmed_by IS NULL AND OLD.returns_at <= NEW.changed_at AND NEW.changed_by = 'system'
    WHEN 'suspended' THEN OLD.state = 'approved' AND NEW.state = 'suspended' AND same
      AND NEW.suspended_by = NEW.changed_by AND NEW.changed_by <> 'system' AND NEW.confirmed_by IS NULL
      AND NEW.returns_at = NEW.changed_at + interval '72 hours'
    WHEN 'suspension_confirmed' THEN OLD.state = 'suspended' AND NEW.state = 'suspended' AND same
      AND OLD.returns_at IS NOT NULL AND NEW.returns_at IS NULL AND NEW.suspended_by = OLD.suspended_by
      AND NEW.confirmed_by = NEW.changed_by AND NEW.changed_by <> 'system'
    WHEN 'withdrawn' THEN OLD.state IN ('approved', 'suspended') AND NEW.state = 'withdrawn' AND same
      AND NEW.returns_at IS NULL
    ELSE false END)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'issuer: no transition from % to % by %', OLD.state, NEW.state, NEW.event
    USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER issuer_transition BEFORE UPDATE ON trust.issuer
  FOR EACH ROW EXECUTE FUNCTION trust.check_transition();

-- Runs as the owner: nobody else writes versions.
CREATE FUNCTION trust.keep_version() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  INSERT INTO trust.issuer_version (issuer, version, event, state, proposal, details, changed_by, changed_at, reason)
  VALUES (NEW.id, NEW.version, NEW.event, NEW.state, NEW.proposal, NEW.details, NEW.changed_by, NEW.changed_at,
          NEW.reason);
  RETURN NULL;
END $$;

CREATE TRIGGER issuer_version_is_kept AFTER INSERT OR UPDATE ON trust.issuer
  FOR EACH ROW EXECUTE FUNCTION trust.keep_version();

CREATE FUNCTION trust.refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of an entity is never changed or removed' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER issuer_version_is_immutable BEFORE UPDATE OR DELETE ON trust.issuer_version
  FOR EACH ROW EXECUTE FUNCTION trust.refuse_rewriting();
CREATE TRIGGER issuer_version_is_never_emptied BEFORE TRUNCATE ON trust.issuer_version
  FOR EACH STATEMENT EXECUTE FUNCTION trust.refuse_rewriting();

-- An alert is seen once, and what was said then stays.
CREATE FUNCTION trust.check_alert() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.acknowledged_by IS NOT NULL OR NEW.acknowledged_by = 'system'
     OR (NEW.id, NEW.kind, NEW.issuer, NEW.purpose, NEW.raised_at)
        IS DISTINCT FROM (OLD.id, OLD.kind, OLD.issuer, OLD.purpose, OLD.raised_at) THEN
    RAISE EXCEPTION 'alert: acknowledged once' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER alert_is_acknowledged_once BEFORE UPDATE ON trust.alert
  FOR EACH ROW EXECUTE FUNCTION trust.check_alert();

-- Lists: each purpose has numbers of its own. What was published so far were PID providers.
ALTER TABLE trust.publication ADD COLUMN purpose text NOT NULL DEFAULT 'pid'
  CHECK (purpose IN ('pid', 'pub_eaa', 'eaa', 'wallet', 'access_certificate', 'registration_certificate'));
ALTER TABLE trust.publication ALTER COLUMN purpose DROP DEFAULT;
ALTER TABLE trust.publication DROP CONSTRAINT publication_pkey;
ALTER TABLE trust.publication ADD PRIMARY KEY (purpose, sequence);
CREATE INDEX publication_by_time ON trust.publication (purpose, issued_at);
