-- SPDX-License-Identifier: EUPL-1.2
-- An authorization request from the push to the end. Hashes name it; nothing here is a bearer value.
CREATE TABLE authorization_request (
    request_uri_hash bytea PRIMARY KEY,
    client_id        text NOT NULL,
    redirect_uri     text NOT NULL,
    scopes           text NOT NULL,
    attributes       text NOT NULL,
    code_challenge   text NOT NULL,
    state            text,
    nonce            text,
    ui_locales       text NOT NULL,
    silent           boolean NOT NULL,
    expected_subject text,
    handle_hash      bytea UNIQUE,
    browser_hash     bytea,
    expires_at       timestamptz NOT NULL,
    latest_expiry    timestamptz
);
CREATE INDEX authorization_request_expires_at ON authorization_request (expires_at);

-- A login granted to a relying party: first its code, then its access token.
-- sealed_claims can be read only with the code or the access token, of which only hashes are here.
CREATE TABLE login_grant (
    id                uuid PRIMARY KEY,
    state             text NOT NULL CHECK (state IN ('ISSUED', 'REDEEMED', 'REVOKED')),
    client_id         text NOT NULL,
    redirect_uri      text NOT NULL,
    scopes            text NOT NULL,
    code_challenge    text NOT NULL,
    nonce             text,
    subject           text NOT NULL,
    authenticated_at  timestamptz NOT NULL,
    sealed_claims     bytea,
    code_hash         bytea NOT NULL UNIQUE,
    code_expires_at   timestamptz NOT NULL,
    access_token_hash bytea UNIQUE,
    access_expires_at timestamptz,
    purge_at          timestamptz NOT NULL
);
CREATE INDEX login_grant_purge_at ON login_grant (purge_at);

-- Client assertions that were used, so that none is used twice on any node.
CREATE TABLE used_assertion (
    name       bytea PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
CREATE INDEX used_assertion_expires_at ON used_assertion (expires_at);

-- Signing keys; the private half is encrypted with the data key. One row per generation, whoever comes first.
CREATE TABLE signing_key (
    generation  integer PRIMARY KEY,
    kid         text NOT NULL UNIQUE,
    sealed_key  bytea NOT NULL,
    active_from timestamptz NOT NULL
);
