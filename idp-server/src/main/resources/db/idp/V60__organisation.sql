-- SPDX-License-Identifier: EUPL-1.2
-- The tree of public bodies. A path begins and ends with a slash, so that a prefix is a subtree.
CREATE TABLE organisation (
    path     text COLLATE "C" PRIMARY KEY CHECK (path ~ '^/([a-z0-9-]+/)+$'),
    kind     text NOT NULL CHECK (kind IN ('bund', 'land', 'municipality', 'office')),
    names    text NOT NULL,
    details  text NOT NULL,
    search   text NOT NULL,
    revision bigint NOT NULL
);
