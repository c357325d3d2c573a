-- SPDX-License-Identifier: EUPL-1.2
-- Roles and schemas of Stadttor, as in docs/operations/database.md; can be run again and again.
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['stadttor_idp_owner', 'stadttor_idp', 'stadttor_trust_owner', 'stadttor_trust'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role) THEN
      EXECUTE format('CREATE ROLE %I LOGIN', role);
    END IF;
  END LOOP;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'stadttor_audit_owner') THEN
    CREATE ROLE stadttor_audit_owner NOLOGIN;
  END IF;
END $$;

GRANT stadttor_audit_owner TO stadttor_idp_owner, stadttor_trust_owner;

CREATE SCHEMA IF NOT EXISTS idp AUTHORIZATION stadttor_idp_owner;
CREATE SCHEMA IF NOT EXISTS wallet AUTHORIZATION stadttor_idp_owner;
CREATE SCHEMA IF NOT EXISTS trust AUTHORIZATION stadttor_trust_owner;
CREATE SCHEMA IF NOT EXISTS idp_staff AUTHORIZATION stadttor_idp_owner;
CREATE SCHEMA IF NOT EXISTS trust_staff AUTHORIZATION stadttor_trust_owner;
CREATE SCHEMA IF NOT EXISTS audit AUTHORIZATION stadttor_audit_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;

GRANT USAGE ON SCHEMA idp, wallet TO stadttor_idp;
GRANT USAGE ON SCHEMA trust TO stadttor_trust;
ALTER DEFAULT PRIVILEGES FOR ROLE stadttor_idp_owner IN SCHEMA idp, wallet
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO stadttor_idp;
ALTER DEFAULT PRIVILEGES FOR ROLE stadttor_idp_owner IN SCHEMA idp, wallet
  GRANT USAGE ON SEQUENCES TO stadttor_idp;
ALTER DEFAULT PRIVILEGES FOR ROLE stadttor_trust_owner IN SCHEMA trust
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO stadttor_trust;
ALTER DEFAULT PRIVILEGES FOR ROLE stadttor_trust_owner IN SCHEMA trust
  GRANT USAGE ON SEQUENCES TO stadttor_trust;
