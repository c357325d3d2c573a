// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stadttor.idp.relyingparty.InvalidAddressException.Reason;

class RedirectUrisTest {

    private static final String TRICKS = """
            URI_EMPTY||
            URI_CONTROL_CHARACTER|https://portal.example/cb\\u000d\\u000aSet-Cookie: a=b|
            URI_CONTROL_CHARACTER|https://portal.example/\\u0000cb|
            URI_CONTROL_CHARACTER|https://portal.example/cb\\u0085|
            URI_CONTROL_CHARACTER|\\u0009https://portal.example/cb|
            URI_SPACE|https://portal.example/c b|
            URI_SPACE| https://portal.example/cb|
            URI_NOT_ASCII|https://p\\u00f6rtal.example/cb|
            URI_NOT_ASCII|https://port\\u0430l.example/cb|
            URI_NOT_ASCII|https://portal\\u3002example/cb|
            URI_NOT_ASCII|https://portal.example\\uff0fevil.example/cb|
            URI_NOT_ASCII|https://portal.example/cb\\u202egnp|
            URI_BACKSLASH|https://portal.example\\\\@evil.example/cb|
            URI_BACKSLASH|https:\\\\\\\\portal.example/cb|
            URI_BACKSLASH|https://portal.example/..\\\\cb|
            URI_WILDCARD|https://*.portal.example/cb|
            URI_WILDCARD|https://portal.example/*|
            URI_WILDCARD|*|
            URI_NOT_ABSOLUTE|/cb|
            URI_NOT_ABSOLUTE|//portal.example/cb|
            URI_NOT_ABSOLUTE|portal.example/cb|
            URI_SCHEME_NOT_HTTPS|http://portal.example/cb|
            URI_SCHEME_NOT_HTTPS|javascript:alert(1)|
            URI_SCHEME_NOT_HTTPS|data:text/html,x|
            URI_SCHEME_NOT_HTTPS|com.example.app:/cb|
            URI_SCHEME_NOT_HTTPS|ftp://portal.example/cb|
            URI_SCHEME_NOT_HTTPS|file:///etc/passwd|
            URI_SCHEME_NOT_HTTPS|urn:ietf:wg:oauth:2.0:oob|
            URI_SCHEME_NOT_HTTPS|view-source:https://portal.example/|
            URI_SCHEME_UPPERCASE|HTTPS://portal.example/cb|
            URI_SCHEME_UPPERCASE|hTTps://portal.example/cb|
            URI_HOST_MISSING|https:portal.example/cb|
            URI_HOST_MISSING|https:/portal.example/cb|
            URI_HOST_MISSING|https:///cb|
            URI_HOST_MISSING|https://|
            URI_HOST_MISSING|https://:443/cb|
            URI_USER_INFO|https://user@portal.example/cb|
            URI_USER_INFO|https://portal.example@evil.example/cb|
            URI_USER_INFO|https://portal.example:pass@evil.example/cb|
            URI_USER_INFO|https://@portal.example/cb|
            URI_FRAGMENT|https://portal.example/cb#part|
            URI_FRAGMENT|https://portal.example/cb#|
            URI_FRAGMENT|https://portal.example/cb?a=b#@evil.example|
            URI_HOST_UPPERCASE|https://PORTAL.example/cb|
            URI_HOST_UPPERCASE|https://portal.Example/cb|
            URI_HOST_TRAILING_DOT|https://portal.example./cb|
            URI_HOST_IS_ADDRESS|https://93.184.216.34/cb|
            URI_HOST_IS_ADDRESS|https://3232235777/cb|
            URI_HOST_IS_ADDRESS|https://0x7f000001/cb|
            URI_HOST_IS_ADDRESS|https://0x7f.1/cb|
            URI_HOST_IS_ADDRESS|https://0177.0.0.1/cb|
            URI_HOST_IS_ADDRESS|https://127.1/cb|
            URI_HOST_IS_ADDRESS|https://portal.example.0x/cb|
            URI_HOST_IS_ADDRESS|https://[2001:db8::1]/cb|
            URI_HOST_IS_ADDRESS|https://[::ffff:127.0.0.1]/cb|
            URI_HOST_SINGLE_LABEL|https://portal/cb|
            URI_HOST_MALFORMED|https://portal..example/cb|
            URI_HOST_MALFORMED|https://.portal.example/cb|
            URI_HOST_MALFORMED|https://-portal.example/cb|
            URI_HOST_MALFORMED|https://portal-.example/cb|
            URI_HOST_MALFORMED|https://por_tal.example/cb|
            URI_HOST_MALFORMED|https://portal%2eexample/cb|
            URI_HOST_MALFORMED|https://portal.example%00.evil.example/cb|
            URI_HOST_MALFORMED|https://portal.example,evil.example/cb|
            URI_HOST_MALFORMED|https://portal.example;.evil.example/cb|
            URI_HOST_MIXED_SCRIPTS|https://xn--portl-4ve.example/cb|
            URI_HOST_MIXED_SCRIPTS|https://xn--a.example/cb|
            URI_HOST_MALFORMED|https://xn--.example/cb|
            URI_HOST_MIXED_SCRIPTS|https://ab--cd.example/cb|
            URI_PORT|https://portal.example:/cb|
            URI_PORT|https://portal.example:0/cb|
            URI_PORT|https://portal.example:65536/cb|
            URI_PORT|https://portal.example:0443/cb|
            URI_PORT|https://portal.example:+443/cb|
            URI_PORT|https://portal.example:443:8443/cb|
            URI_DOT_SEGMENT|https://portal.example/a/../cb|
            URI_DOT_SEGMENT|https://portal.example/..|
            URI_DOT_SEGMENT|https://portal.example/a/./cb|
            URI_DOT_SEGMENT|https://portal.example/.|
            URI_DOT_SEGMENT|https://portal.example/cb..|
            URI_DOUBLE_SLASH|https://portal.example//evil.example|
            URI_DOUBLE_SLASH|https://portal.example/a//b|
            URI_SEMICOLON|https://portal.example/cb;jsessionid=1|
            URI_SEMICOLON|https://portal.example/..;/cb|
            URI_SEMICOLON|https://portal.example/cb%3bx|
            URI_ENCODED_DOT|https://portal.example/a/%2e%2e/cb|
            URI_ENCODED_DOT|https://portal.example/a/%2E./cb|
            URI_ENCODED_SLASH|https://portal.example/a%2fb|
            URI_ENCODED_SLASH|https://portal.example/a%5Cb|
            URI_ENCODED_CONTROL_CHARACTER|https://portal.example/%0d%0aSet-Cookie|
            URI_ENCODED_CONTROL_CHARACTER|https://portal.example/cb?x=%00|
            URI_ENCODED_CONTROL_CHARACTER|https://portal.example/%7F|
            URI_DOUBLE_ENCODED|https://portal.example/%252e%252e/cb|
            URI_DOUBLE_ENCODED|https://portal.example/cb?next=%252f|
            URI_ENCODING_MALFORMED|https://portal.example/%zz|
            URI_ENCODING_MALFORMED|https://portal.example/cb%|
            URI_ENCODING_MALFORMED|https://portal.example/cb%2|
            URI_MALFORMED|https://portal.example/<cb>|
            URI_MALFORMED|https://portal.example/{id}|
            URI_MALFORMED|https://portal.example/[cb]|
            URI_LOOPBACK_OUTSIDE_SANDBOX|http://localhost:8080/cb|
            URI_LOOPBACK_OUTSIDE_SANDBOX|https://localhost/cb|
            URI_LOOPBACK_OUTSIDE_SANDBOX|http://[::1]:8080/cb|
            """;

    @Test
    void refuses_every_trick_with_its_own_reason() {
        Set<Reason> seen = EnumSet.noneOf(Reason.class);
        Map<String, Reason> wrong = new TreeMap<>();
        TRICKS.lines().forEach(line -> {
            String[] parts = line.split("\\|", -1);
            Reason refused = refusal(unescaped(parts[1]));
            if (refused != Reason.valueOf(parts[0])) {
                wrong.put(line, refused);
            }
            seen.add(refused);
        });
        assertThat(wrong).isEmpty();
        Set<Reason> elsewhere = EnumSet.of(Reason.URI_TOO_LONG, Reason.URI_HOST_LOOKS_LIKE_ANOTHER);
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).isEqualTo(elsewhere);
    }

    private static Reason refusal(String text) {
        try {
            throw new AssertionError("accepted: " + RedirectUris.requireRegistrable(text, false));
        } catch (InvalidAddressException e) {
            return e.reason();
        }
    }

    /** Reads escapes of the table: four hexadecimal digits, or a doubled backslash. */
    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9a-f]{4})|\\\\\\\\")
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        m.group(1) == null ? "\\" : String.valueOf((char) Integer.parseInt(m.group(1), 16))));
    }

    @Test
    void refuses_what_is_too_long() {
        assertThatThrownBy(() -> RedirectUris.requireRegistrable("https://portal.example/" + "a".repeat(2000), false))
                .isInstanceOfSatisfying(
                        InvalidAddressException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.URI_TOO_LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://portal.example",
                "https://portal.example/",
                "https://portal.example/cb",
                "https://portal.example:8443/cb?tenant=a%20b&x=1",
                "https://a.b-c.portal.example/Pfad/R%C3%BCck",
                "https://xn--mnchen-3ya.example/cb",
                "https://portal.example/.well-known/cb",
                "https://portal.example/a.b/~c/d_e",
            })
    void accepts_plain_addresses(String text) {
        assertThat(RedirectUris.requireRegistrable(text, false)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/cb", "https://127.0.0.1:8443/cb", "http://[::1]:8082/cb"})
    void accepts_loopback_in_the_sandbox(String text) {
        assertThat(RedirectUris.requireRegistrable(text, true)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        // Cyrillic only: xn--80ak6aa92e is what imitates apple.
        "xn--80ak6aa92e.example,apple.example,true",
        "portai.example,portal.example,true",
        "p0rtal.example,portal.example,true",
        "rnusterstadt.example,musterstadt.example,true",
        "muster-stadt.example,musterstadt.example,true",
        "login.rnusterstadt.example,musterstadt.example,true",
        "xn--mnchen-3ya.example,munchen.example,true",
        "portal.example,portal.example,false",
        "www.portal.example,portal.example,false",
        "bonn.example,berlin.example,false",
    })
    void finds_names_that_imitate_a_proved_one(String host, String genuine, boolean imitates) {
        assertThat(LookAlikes.imitated(host, Set.of(genuine)).isPresent()).isEqualTo(imitates);
    }

    @FuzzTest
    void what_is_accepted_can_be_read_in_one_way_only(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            URI uri = RedirectUris.requireRegistrable(text, false);
            assertThat(uri).hasToString(text).hasScheme("https").hasNoUserInfo().hasNoFragment();
            assertThat(uri.normalize()).isEqualTo(uri);
            assertThat(uri.getHost()).contains(".").isLowerCase();
            String host = uri.getHost();
            String[] whole = text.split("[/?]", -1);
            assertThat(Arrays.asList(host, host + ":" + uri.getPort())).contains(whole[2]);
            assertThat(uri.getPath() == null ? "" : uri.getPath()).doesNotContain("..", "//", "\\", ";");
        } catch (InvalidAddressException e) {
            assertThat(e.reason()).isNotNull();
        }
    }
}
