-- SPDX-License-Identifier: EUPL-1.2
-- An account knows no attribute: keyed HMACs by which the same person is found again.
CREATE TABLE account (
    id          uuid PRIMARY KEY,
    match_key   bytea NOT NULL UNIQUE,
    country_key bytea NOT NULL,
    number_key  bytea UNIQUE,
    created_at  timestamptz NOT NULL
);

-- What an account is called in one sector; random, so that no key and no sector can be computed from it.
CREATE TABLE pairwise_subject (
    sector     text NOT NULL,
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    subject    text NOT NULL UNIQUE,
    PRIMARY KEY (sector, account_id)
);
