// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.apikey.web;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.stadttor.staff.Grant;
import org.stadttor.staff.StaffMember;
import org.stadttor.staff.apikey.CreateApiKey;

/**
 * What somebody typed for a new key.
 *
 * @param error code of what is wrong with it; empty if nothing is
 */
public record ApiKeyForm(String name, String days, Set<String> grants, String error) {

    static final ApiKeyForm EMPTY = new ApiKeyForm("", Integer.toString(CreateApiKey.DEFAULT_DAYS), Set.of(), "");

    public ApiKeyForm {
        grants = Set.copyOf(grants);
    }

    ApiKeyForm with(String code) {
        return new ApiKeyForm(name, days, grants, code);
    }

    /** The days as a number; 0, which is refused, if they are none. */
    int number() {
        return days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : 0;
    }

    /** How a grant is written in the form. */
    public static String value(Grant grant) {
        return grant.role() + " " + grant.part();
    }

    static List<Grant> choices(StaffMember member) {
        return member.grants().stream()
                .sorted(Comparator.comparing(ApiKeyForm::value))
                .toList();
    }

    /** Whether a grant is ticked. */
    public boolean has(Grant grant) {
        return grants.contains(value(grant));
    }

    /** Whether this field is the wrong one. */
    public boolean wrong(String... codes) {
        return List.of(codes).contains(error);
    }
}
