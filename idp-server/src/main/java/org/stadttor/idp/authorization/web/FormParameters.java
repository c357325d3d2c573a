// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.authorization.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** The parameters of a form that was posted; what stands in the query does not count and is not allowed. */
record FormParameters(Map<String, List<String>> values) {

    static FormParameters of(HttpServletRequest request) {
        if (request.getQueryString() != null && !request.getQueryString().isEmpty()) {
            throw invalidRequest("parameters belong in the body");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : new TreeSet<>(request.getParameterMap().keySet())) {
            values.put(name, Arrays.asList(request.getParameterValues(name)));
        }
        return new FormParameters(values);
    }

    /** The one value of a parameter, or null. */
    @Nullable
    String single(String name) {
        List<String> all = values.get(name);
        if (all == null) {
            return null;
        }
        if (all.size() != 1) {
            throw invalidRequest("parameter more than once");
        }
        return all.getFirst();
    }

    static OAuth2AuthenticationException invalidRequest(String description) {
        return new OAuth2AuthenticationException(new OAuth2Error("invalid_request", description, null));
    }

    @Override
    public String toString() {
        return "FormParameters" + values.keySet();
    }
}
