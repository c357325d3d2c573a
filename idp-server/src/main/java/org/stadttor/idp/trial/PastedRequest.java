// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.trial;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An authorization request as people copy it: the address of a browser, or the form that is pushed, in one line or with
 * one parameter a line. {@link #toString()} shows nothing of it.
 *
 * @param address whether it was an address, not a form
 * @param parameters values by name, decoded
 */
record PastedRequest(boolean address, Map<String, List<String>> parameters) {

    /** More than this is not looked at. */
    static final int LIMIT = 32_768;

    private static final int MOST_PARAMETERS = 60;

    static PastedRequest parse(String pasted) {
        String text = pasted.strip();
        if (text.length() > LIMIT) {
            text = "";
        }
        int query = text.indexOf('?');
        boolean address = text.matches("(?s)(GET |POST )?(https?:/)?/.*");
        if (address) {
            text = query < 0 ? "" : text.substring(query + 1).replaceAll("\\s.*", "");
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : text.split("[&\\r\\n]+", MOST_PARAMETERS)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters
                        .computeIfAbsent(decoded(pair.substring(0, equals).strip()), name -> new ArrayList<>())
                        .add(decoded(pair.substring(equals + 1).strip()));
            }
        }
        return new PastedRequest(address, parameters);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    @Override
    public String toString() {
        return "PastedRequest[" + parameters.size() + " parameters]";
    }
}
