// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.overview.web;

import java.util.OptionalLong;

/** Numbers in addresses. */
final class Pages {

    private Pages() {}

    /** The number of a page; 1 if it is none. */
    static int number(String untrusted) {
        return untrusted.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(untrusted) : 1;
    }

    /** A sequence or version number, if it is one. */
    static OptionalLong sequence(String untrusted) {
        String text = untrusted.strip();
        return text.matches("[1-9][0-9]{0,17}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
