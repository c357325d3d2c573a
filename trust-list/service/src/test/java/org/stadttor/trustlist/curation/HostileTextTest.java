// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.trustlist.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stadttor.trustlist.MutableClock;
import org.stadttor.trustlist.TestKey;
import org.stadttor.trustlist.TestService;
import org.stadttor.trustlist.curation.StaffBrowser.Page;

/** Whatever is typed is shown as it was typed and is nothing but text, on every page that shows it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {

    private static final List<String> PIECES = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "\" autofocus onfocus=\"alert(1)",
            "</textarea><script>alert(1)</script>",
            "</title><script>alert(1)</script>",
            "<!--",
            "]]>",
            "&lt;b&gt;",
            "&#x3c;script&#x3e;",
            "${7*7}",
            "*{7*7}",
            "#{title}",
            "@{/staff}",
            "~{ui/layout :: page}",
            "__${7*7}__",
            "[[${7*7}]]",
            "[(${7*7})]",
            "{0}",
            "{0,choice,0#a|1#b}",
            "%3Cscript%3E",
            "javascript:alert(1)",
            "<a href=//evil.example>",
            "'; DROP TABLE trust.issuer; --",
            "\\",
            "Ünïcødé 漢字 😀");

    /** What no page of ours has, once the values of attributes are left out. */
    private static final Pattern LIVE =
            Pattern.compile("<(?:script|img|a href=//)|<[^>]*\\son[a-z]+\\s*=|<!--|]]>", Pattern.CASE_INSENSITIVE);

    private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");

    private TestService service;
    private StaffBrowser karla;
    private StaffBrowser anna;
    private StaffBrowser emil;

    @BeforeAll
    void start() {
        service =
                TestService.start(TestService.Roles.create(), TestKey.create("Signer"), new MutableClock(TestKey.NOW));
        karla = StaffBrowser.of(service, "karla");
        anna = StaffBrowser.of(service, "anna");
        emil = StaffBrowser.of(service, "emil");
    }

    @AfterAll
    void stop() {
        service.close();
    }

    /** Each piece, and some of them in a row as chance has it; the seed is fixed so that a failure comes again. */
    static Stream<String> texts() {
        Random random = new Random(20261122);
        return Stream.concat(PIECES.stream(), IntStream.range(0, 8).mapToObj(i -> {
            String text = "";
            while (text.length() < 120) {
                text += PIECES.get(random.nextInt(PIECES.size()));
            }
            return text.substring(0, Math.min(190, text.length()));
        }));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void is_text_everywhere(String text) {
        String name = text.strip();
        Page form = karla.open("/admin/proposals/new?purpose=pid");
        Map<String, String> typed = Map.ofEntries(
                Map.entry("name", name),
                Map.entry("registration-id", "NTRDE-" + name.substring(0, Math.min(90, name.length()))),
                Map.entry("country", "DE"),
                Map.entry("street", name),
                Map.entry("postal-code", name),
                Map.entry("locality", name),
                Map.entry("reachable-at", "a@example.org"),
                Map.entry("issuance", TestKey.create("Hostile").certificatePem()),
                Map.entry("status-policy", "STATUS_REQUIRED"),
                Map.entry("legal-basis", name),
                Map.entry("reason", name));
        Page wrong = inert(karla.upload(form, "check", with(typed, "country", name), Map.of()));
        assertThat(wrong.form("check")).containsEntry("name", name).containsEntry("reason", name);
        Page check = inert(karla.upload(form, "check", typed, Map.of()));
        assertThat(check.text("reason-text")).isEqualTo(seen(name));
        Page proposal = inert(karla.send(check, "propose", Map.of()));
        assertThat(proposal.text("proposal-reason")).isEqualTo(seen(name));
        inert(anna.open("/admin/decisions"));
        Page decided = inert(anna.send(inert(anna.open(proposal.path())), "approve", Map.of("reason", name)));
        assertThat(decided.text("outcome-reason")).isEqualTo(seen("Reason: " + name));
        String entity = CurationPagesTest.entity(service, proposal);
        inert(karla.open("/admin/entities/" + entity + "/change"));
        Page suspended = inert(emil.send(
                inert(emil.open("/admin/entities/" + entity + "/suspend")), "suspend", Map.of("reason", name)));
        assertThat(suspended.text("suspension-reason")).isEqualTo(seen(name));
        inert(emil.open("/admin/suspensions"));
        inert(anna.open("/admin/suspensions?text=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
        inert(karla.open("/admin/entities/" + entity + "/remove"));
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    /** White space as a browser shows it. */
    private static String seen(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static Page inert(Page page) {
        assertThat(page.status()).as(page.path()).isIn(200, 422);
        assertThat(LIVE.matcher(VALUE.matcher(page.html()).replaceAll("=\"\"")).find())
                .as(page.path())
                .isFalse();
        return page;
    }
}
