-- SPDX-License-Identifier: EUPL-1.2
-- One row per presentation, deleted when it is collected or expires. No attribute of a person is readable here:
-- request_secrets is encrypted under the data key of the servers, sealed_claims to a key of the citizen's browser.
CREATE TABLE presentation (
    id                      uuid        PRIMARY KEY,
    state                   text        NOT NULL CHECK (state IN ('waiting', 'opened', 'answered', 'refused')),
    flow                    text        NOT NULL CHECK (flow IN ('same_device', 'cross_device')),
    on_behalf_of            text        NOT NULL,
    attributes              text        NOT NULL,
    mandatory               text        NOT NULL,
    client_id               text        NOT NULL,
    browser_proof           text        NOT NULL,
    claims_key              bytea       NOT NULL,
    request_handle_hash     text        NOT NULL,
    previous_handle_hash    text,
    previous_handle_until   timestamptz,
    response_handle_hash    text        NOT NULL,
    request_secrets         bytea,
    response_code_hash      text,
    sealed_claims           bytea,
    issuer_anchor_sha256    text,
    list_sequence           bigint,
    reason_code             text,
    started_at              timestamptz NOT NULL,
    expires_at              timestamptz NOT NULL,
    -- Each state has exactly what belongs to it: the secrets of the request are gone once an answer was taken.
    CONSTRAINT presentation_state CHECK (
        CASE state
            WHEN 'answered' THEN request_secrets IS NULL AND sealed_claims IS NOT NULL AND reason_code IS NULL
                AND issuer_anchor_sha256 IS NOT NULL AND list_sequence IS NOT NULL
                AND (response_code_hash IS NOT NULL) = (flow = 'same_device')
            WHEN 'refused' THEN request_secrets IS NULL AND sealed_claims IS NULL AND reason_code IS NOT NULL
            ELSE request_secrets IS NOT NULL AND sealed_claims IS NULL AND reason_code IS NULL
                AND response_code_hash IS NULL
        END)
);

CREATE UNIQUE INDEX presentation_request_handle ON presentation (request_handle_hash);
CREATE INDEX presentation_previous_handle ON presentation (previous_handle_hash) WHERE previous_handle_hash IS NOT NULL;
CREATE UNIQUE INDEX presentation_response_handle ON presentation (response_handle_hash);
CREATE UNIQUE INDEX presentation_response_code ON presentation (response_code_hash) WHERE response_code_hash IS NOT NULL;
CREATE INDEX presentation_expiry ON presentation (expires_at);
