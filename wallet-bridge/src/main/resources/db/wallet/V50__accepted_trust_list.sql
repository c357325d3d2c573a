-- SPDX-License-Identifier: EUPL-1.2
-- The last good trust list of each type, as it was signed. Its signature is verified again whenever it is loaded; the
-- sequence only goes up (see the one statement that writes here).
CREATE TABLE accepted_trust_list (
    list_type      text        PRIMARY KEY,
    sequence       bigint      NOT NULL CHECK (sequence > 0),
    payload_digest text        NOT NULL,
    signed_list    text        NOT NULL,
    accepted_at    timestamptz NOT NULL DEFAULT now()
);
