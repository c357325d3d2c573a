// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What must be true of every page. */
public final class PageAssert {

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private PageAssert() {}

    /** Ids are there once, texts are all there, nothing is inline. */
    public static void assertSound(HttpResponse<String> page) {
        List<String> ids = ID.matcher(page.body())
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
        assertThat(page.body()).doesNotContain("??", " style=\"", "<script").contains("<main id=\"main\"");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
    }
}
