-- SPDX-License-Identifier: EUPL-1.2
-- Runs after each migration if the servers use another database role than the one that migrates.
GRANT USAGE ON SCHEMA wallet TO ${runtimeRole};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA wallet TO ${runtimeRole};
-- Reading the history is enough to see at start that nothing is to be done.
REVOKE INSERT, UPDATE, DELETE ON TABLE wallet.flyway_schema_history FROM ${runtimeRole};
