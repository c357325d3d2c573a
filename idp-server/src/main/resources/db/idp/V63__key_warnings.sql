-- SPDX-License-Identifier: EUPL-1.2
-- The keys of live versions, so that their ends can be listed without reading every dossier.
CREATE TABLE live_key (
    client_id  text COLLATE "C" NOT NULL REFERENCES registration (client_id),
    kid        text COLLATE "C" NOT NULL,
    expires_at timestamptz NOT NULL,
    webhook    text NOT NULL,
    PRIMARY KEY (client_id, kid)
);
CREATE INDEX live_key_by_end ON live_key (expires_at, client_id, kid);

-- One warning per key, end and threshold; it is sent by the node that takes it.
CREATE TABLE key_warning (
    id           uuid PRIMARY KEY,
    client_id    text NOT NULL,
    kid          text NOT NULL,
    expires_at   timestamptz NOT NULL,
    days         integer NOT NULL,
    state        text NOT NULL CHECK (state IN ('due', 'sent', 'given-up')),
    attempts     integer NOT NULL,
    next_attempt timestamptz NOT NULL,
    sent_at      timestamptz,
    UNIQUE (client_id, kid, expires_at, days)
);
CREATE INDEX key_warning_due ON key_warning (next_attempt) WHERE state = 'due';
