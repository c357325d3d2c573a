// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.explanation.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was typed, as it was typed. {@link #toString()} shows nothing of it. */
public record ExplanationForm(
        @Nullable String kind,
        @Nullable String pasted,
        @Nullable String clientId,
        @Nullable String nonce,
        @Nullable String uri,
        @Nullable String index) {

    static final ExplanationForm EMPTY = new ExplanationForm("credential", "", "", "", "", "");

    private static final int LIMIT = 200_000;
    private static final Pattern INDEX = Pattern.compile("[0-9]{1,10}");

    /** The message key of what is wrong, by field; empty if nothing is. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        if (!isStatus() && !"credential".equals(kind)) {
            errors.put("kind", "explain.error.kind");
        }
        if (content().isEmpty() || content().length() > LIMIT) {
            errors.put("pasted", "explain.error.pasted");
        }
        String typed = given(index);
        if (isStatus() && typed != null && !INDEX.matcher(typed).matches()) {
            errors.put("index", "explain.error.index");
        }
        return errors;
    }

    boolean isStatus() {
        return "status".equals(kind);
    }

    /** Without white space, which mail programs and terminals add. */
    String content() {
        return pasted == null ? "" : pasted.replaceAll("\\s", "");
    }

    @Nullable
    Long entry() {
        String typed = given(index);
        return typed == null ? null : Long.valueOf(typed);
    }

    static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String toString() {
        return "ExplanationForm[" + kind + "]";
    }
}
