-- SPDX-License-Identifier: EUPL-1.2
-- An issuer comes into being as a proposal and in no later state, and who approved it stays as it was written: otherwise
-- whoever may insert or update rows could leave out the second person.

CREATE FUNCTION trust.check_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state = 'proposed' AND NEW.changed_by = NEW.proposed_by AND NEW.approved_by IS NULL AND NEW.approved_at IS NULL
     AND NEW.resumption_proposed_by IS NULL AND NEW.resumed_by IS NULL THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'issuer: only a proposal is inserted' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER issuer_proposal BEFORE INSERT ON trust.issuer
  FOR EACH ROW EXECUTE FUNCTION trust.check_proposal();

CREATE FUNCTION trust.check_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'proposed' AND NEW.state = 'approved' AND NEW.approved_by = NEW.changed_by
     OR NEW.approved_by IS NOT DISTINCT FROM OLD.approved_by AND NEW.approved_at IS NOT DISTINCT FROM OLD.approved_at THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'issuer: the approver is written once' USING ERRCODE = 'check_violation';
END $$;

CREATE TRIGGER issuer_approver BEFORE UPDATE ON trust.issuer
  FOR EACH ROW EXECUTE FUNCTION trust.check_approver();
