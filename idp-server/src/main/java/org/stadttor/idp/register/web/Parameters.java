// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.register.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stadttor.idp.register.RegisterQuery;

/** Reads a query string that everybody may send. */
final class Parameters {

    private static final int CURSOR_LIMIT = 600;

    private Parameters() {}

    /** Each parameter once; empty if one is not known, comes twice or is too long. */
    static Optional<Map<String, String>> read(HttpServletRequest request, Set<String> known) {
        Map<String, String> parameters = new HashMap<>();
        for (Map.Entry<String, String[]> entry : request.getParameterMap().entrySet()) {
            int limit = entry.getKey().equals("cursor") ? CURSOR_LIMIT : RegisterQuery.TEXT_LIMIT;
            if (!known.contains(entry.getKey()) || entry.getValue().length != 1) {
                return Optional.empty();
            }
            String value = entry.getValue()[0];
            if (value.length() > limit || value.chars().anyMatch(Character::isISOControl)) {
                return Optional.empty();
            }
            parameters.put(entry.getKey(), value);
        }
        return Optional.of(parameters);
    }

    static Optional<Integer> limit(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int limit = Integer.parseInt(text);
        return limit < 1 || limit > RegisterQuery.LIMIT ? Optional.empty() : Optional.of(limit);
    }
}
