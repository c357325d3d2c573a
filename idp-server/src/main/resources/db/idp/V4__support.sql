-- SPDX-License-Identifier: EUPL-1.2
-- What the help desk finds by the code a citizen reads out: the beginning of a presentation's id.
CREATE TABLE support_case (
    presentation_id uuid PRIMARY KEY,
    id_prefix       text NOT NULL,
    reason          text NOT NULL,
    happened_at     timestamptz NOT NULL
);
CREATE INDEX support_case_id_prefix ON support_case (id_prefix);
CREATE INDEX support_case_happened_at ON support_case (happened_at);
