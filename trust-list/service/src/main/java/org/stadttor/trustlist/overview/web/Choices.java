// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.stadttor.trustlist.issuer.EntityVersion.State;
import org.stadttor.trustlist.issuer.ListPurpose;
import org.stadttor.trustlist.overview.Expiry;

/** What can be chosen in the fields of forms, with its text. */
record Choices(MessageSource messages, Locale locale) {

    Map<String, String> purposes() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (ListPurpose purpose : ListPurpose.values()) {
            choices.put(purpose.code(), text("overview.purpose." + purpose.code()));
        }
        return choices;
    }

    Map<String, String> purposesOrAny() {
        Map<String, String> choices = any("overview.entities.purpose.any");
        choices.putAll(purposes());
        return choices;
    }

    Map<String, String> statesOrAny() {
        Map<String, String> choices = any("overview.entities.state.any");
        for (State state : State.values()) {
            choices.put(state.code(), text("overview.state." + state.code()));
        }
        return choices;
    }

    Map<String, String> kindsOrAny() {
        Map<String, String> choices = any("overview.calendar.kind.any");
        for (Expiry.Kind kind : Expiry.Kind.values()) {
            choices.put(kind.code(), text("overview.calendar.kind." + kind.code()));
        }
        return choices;
    }

    private Map<String, String> any(String key) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", text(key));
        return choices;
    }

    private String text(String key) {
        return messages.getMessage(key, null, locale);
    }
}
