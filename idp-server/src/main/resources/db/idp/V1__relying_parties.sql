-- SPDX-License-Identifier: EUPL-1.2
CREATE TABLE relying_party (
    client_id    text PRIMARY KEY,
    state        text NOT NULL CHECK (state IN ('live', 'suspended')),
    registration text NOT NULL,
    changed_at   timestamptz NOT NULL
);
