// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.login;

import java.util.Locale;
import java.util.Map;

/**
 * A text that others wrote, in the language of the page if they wrote it in that, else in German.
 *
 * @param language of the text, for the {@code lang} attribute
 */
public record LocalizedText(String text, String language) {

    /** Chooses from texts by BCP 47 language, which have at least {@code de}. */
    public static LocalizedText of(Map<String, String> texts, Locale page) {
        String language = texts.containsKey(page.getLanguage()) ? page.getLanguage() : "de";
        return new LocalizedText(texts.getOrDefault(language, ""), language);
    }
}
