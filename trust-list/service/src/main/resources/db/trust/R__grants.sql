-- SPDX-License-Identifier: EUPL-1.2
-- The runtime role proposes and decides, and adds lists; it neither rewrites a proposal nor touches a published list.
-- Default privileges of the database may have given it more: that is taken back first.
REVOKE ALL ON trust.issuer, trust.publication FROM "${runtimeRole}";
GRANT USAGE ON SCHEMA trust TO "${runtimeRole}";
GRANT SELECT, INSERT ON trust.issuer TO "${runtimeRole}";
GRANT UPDATE (state, approved_by, approved_at, changed_by, changed_at, reason, resumption_proposed_by, resumed_by)
  ON trust.issuer TO "${runtimeRole}";
GRANT SELECT, INSERT ON trust.publication TO "${runtimeRole}";
