-- What the runtime role may do. Default privileges of the database may have given it more: that is taken back first.
REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM "${runtimeRole}";
GRANT USAGE ON SCHEMA ${schema} TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.session, ${schema}.session_attributes TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE ON ${schema}.member TO "${runtimeRole}";
GRANT SELECT, INSERT, DELETE ON ${schema}.member_grant TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE ON ${schema}.passkey TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE, DELETE ON ${schema}.ceremony TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE ON ${schema}.invitation TO "${runtimeRole}";
GRANT SELECT, INSERT ON ${schema}.invitation_grant TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE ON ${schema}.api_key TO "${runtimeRole}";
GRANT SELECT, INSERT ON ${schema}.api_key_grant TO "${runtimeRole}";
GRANT SELECT, INSERT, UPDATE ON ${schema}.proposal TO "${runtimeRole}";
GRANT SELECT, INSERT, DELETE ON ${schema}.openid_identity, ${schema}.openid_link TO "${runtimeRole}";
