-- SPDX-License-Identifier: EUPL-1.2
-- The runtime role proposes and decides, and adds lists; it neither rewrites a proposal nor touches history or a published
-- list. Default privileges of the database may have given it more: that is taken back first.
REVOKE ALL ON trust.proposal, trust.issuer, trust.issuer_version, trust.alert, trust.publication FROM "${runtimeRole}";
GRANT USAGE ON SCHEMA trust TO "${runtimeRole}";
GRANT SELECT, INSERT ON trust.proposal TO "${runtimeRole}";
GRANT UPDATE (state, decided_by, decided_at, decision_reason) ON trust.proposal TO "${runtimeRole}";
GRANT SELECT, INSERT ON trust.issuer TO "${runtimeRole}";
GRANT UPDATE (state, proposal, details, event, changed_by, changed_at, reason, suspended_by, confirmed_by, returns_at)
  ON trust.issuer TO "${runtimeRole}";
GRANT SELECT ON trust.issuer_version TO "${runtimeRole}";
GRANT SELECT, INSERT ON trust.alert TO "${runtimeRole}";
GRANT UPDATE (acknowledged_by, acknowledged_at, acknowledgement) ON trust.alert TO "${runtimeRole}";
GRANT SELECT, INSERT ON trust.publication TO "${runtimeRole}";
