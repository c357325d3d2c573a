// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.dcql;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.stadttor.wallet.dcql.InvalidQueryException.Reason;

/** Identifiers of credential and claims queries (OpenID4VP 1.0, section 6.1). */
final class Identifiers {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]+");

    private Identifiers() {}

    static String requireValid(String id) {
        if (!IDENTIFIER.matcher(id).matches()) {
            throw new InvalidQueryException(Reason.IDENTIFIER_INVALID);
        }
        return id;
    }

    /** The same identifiers as a set; refused if one occurs twice. */
    static Set<String> requireUnique(Collection<String> ids) {
        Set<String> unique = new HashSet<>(ids);
        if (unique.size() != ids.size()) {
            throw new InvalidQueryException(Reason.IDENTIFIER_DUPLICATE);
        }
        return unique;
    }

    static void requireKnown(Collection<String> ids, Collection<String> known) {
        if (!known.containsAll(ids)) {
            throw new InvalidQueryException(Reason.IDENTIFIER_UNKNOWN);
        }
    }

    static void requireNotEmpty(Collection<?> values) {
        if (values.isEmpty()) {
            throw new InvalidQueryException(Reason.EMPTY);
        }
    }
}
