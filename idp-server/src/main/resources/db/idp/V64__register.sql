-- SPDX-License-Identifier: EUPL-1.2
-- The public register (TS5): one document per live version. Whether it is shown depends on the registration.
CREATE TABLE register_entry (
    client_id             text COLLATE "C" PRIMARY KEY REFERENCES registration (client_id),
    identifier            text COLLATE "C" NOT NULL,
    registered_identifier text NOT NULL,
    legal_name            text NOT NULL,
    trade_name            text NOT NULL,
    policy_uri            text NOT NULL,
    claim_paths           text NOT NULL,
    intended_uses         text NOT NULL,
    document              text NOT NULL
);
CREATE INDEX register_entry_by_identifier ON register_entry (identifier, client_id);
CREATE INDEX register_entry_registered ON register_entry (registered_identifier);
