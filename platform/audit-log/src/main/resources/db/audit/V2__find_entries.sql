-- SPDX-License-Identifier: EUPL-1.2
-- For people who look at the trail: what somebody did, what was done to something, what happened of a kind, on a day.
CREATE INDEX entry_actor ON audit.entry (actor, seq);
CREATE INDEX entry_subject ON audit.entry (subject, seq);
CREATE INDEX entry_type ON audit.entry (type text_pattern_ops, seq);
CREATE INDEX entry_at ON audit.entry USING brin (at);
