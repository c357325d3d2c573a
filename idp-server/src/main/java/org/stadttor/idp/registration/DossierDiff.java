// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one version says otherwise than another, field by field.
 *
 * @param changes sorted by field
 */
public record DossierDiff(List<Change> changes) {

    /**
     * One difference.
     *
     * @param field name of the field; that of a list once for each entry that was added or removed
     * @param before empty if it was not there
     * @param after empty if it is no longer there
     * @param sensitive whether it needs a second person in production
     */
    public record Change(String field, String before, String after, boolean sensitive) {

        public boolean isAdded() {
            return before.isEmpty();
        }

        public boolean isRemoved() {
            return after.isEmpty();
        }
    }

    public DossierDiff {
        changes = List.copyOf(changes);
    }

    public static DossierDiff between(DossierDraft before, DossierDraft after) {
        Map<DossierFields.Field, String> old = DossierFields.of(before);
        Map<DossierFields.Field, String> now = DossierFields.of(after);
        Set<DossierFields.Field> all = new TreeSet<>(old.keySet());
        all.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (DossierFields.Field field : all) {
            String from = old.getOrDefault(field, "");
            String to = now.getOrDefault(field, "");
            if (!from.equals(to)) {
                changes.add(new Change(field.name(), from, to, field.isSensitive()));
            }
        }
        return new DossierDiff(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether a second person is needed in production. */
    public boolean needsSecondPerson() {
        return changes.stream().anyMatch(Change::sensitive);
    }
}
