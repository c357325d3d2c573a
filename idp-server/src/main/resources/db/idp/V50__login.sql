-- SPDX-License-Identifier: EUPL-1.2
-- The wallets that login pages offer.
CREATE TABLE wallet (
    id         text PRIMARY KEY,
    position   bigint GENERATED ALWAYS AS IDENTITY,
    names      text NOT NULL,
    engagement text NOT NULL,
    method     text NOT NULL CHECK (method IN ('GET', 'POST'))
);

-- Which presentation asks for which login. The key can be made, and the sealed part read, only with the cookie of the
-- browser; neither holds anything about a person.
CREATE TABLE login_presentation (
    login_key       text PRIMARY KEY,
    presentation_id uuid NOT NULL UNIQUE,
    sealed          text NOT NULL,
    fresh_since     timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    refusal         text
);
CREATE INDEX login_presentation_expiry ON login_presentation (expires_at);
