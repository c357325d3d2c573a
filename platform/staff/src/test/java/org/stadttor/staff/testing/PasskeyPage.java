// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.testing;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the script of a page would read from it. */
public record PasskeyPage(HttpResponse<String> page) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The options for the authenticator. */
    public JsonNode options() {
        return JSON.readTree(HtmlUtils.htmlUnescape(find("data-passkey-options=\"([^\"]*)\"")));
    }

    /** The challenge in them. */
    public String challenge() {
        return options().required("challenge").stringValue();
    }

    /** The user handle in them. */
    public String user() {
        return options().required("user").required("id").stringValue();
    }

    /** A hidden field. */
    public String hidden(String name) {
        return find("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"");
    }

    /** The first group of an expression that must be on the page. */
    public String find(String expression) {
        Matcher found = Pattern.compile(expression).matcher(page.body());
        if (!found.find()) {
            throw new IllegalStateException("not on the page: " + expression + "\n" + page.body());
        }
        return found.group(1);
    }
}
