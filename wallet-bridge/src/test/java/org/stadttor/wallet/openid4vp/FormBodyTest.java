// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.wallet.openid4vp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.stadttor.wallet.openid4vp.OpenId4VpException.Reason;

class FormBodyTest {

    private static FormBody parse(String body) {
        return FormBody.parse(body.getBytes(StandardCharsets.UTF_8));
    }

    private static void rejects(Reason reason, Runnable action) {
        assertThatExceptionOfType(OpenId4VpException.class)
                .isThrownBy(action::run)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void decodes_names_and_values() {
        FormBody form = parse("a=1+2&%62=%C3%A4&empty=&alone&&x=y=z");
        assertThat(form.get("a")).hasValue("1 2");
        assertThat(form.get("b")).hasValue("ä");
        assertThat(form.get("empty")).isEmpty();
        assertThat(form.get("alone")).isEmpty();
        assertThat(form.get("x")).hasValue("y=z");
        assertThat(parse("").get("a")).isEmpty();
    }

    @Test
    void rejects_duplicate_parameters() {
        rejects(Reason.FORM_PARAMETER_DUPLICATE, () -> parse("state=1&x=2&state=1"));
        rejects(Reason.FORM_PARAMETER_DUPLICATE, () -> parse("state=1&st%61te=2"));
    }

    @Test
    void rejects_bad_escapes_and_utf8() {
        rejects(Reason.FORM_MALFORMED, () -> parse("a=%"));
        rejects(Reason.FORM_MALFORMED, () -> parse("a=%4"));
        rejects(Reason.FORM_MALFORMED, () -> parse("a=%zz"));
        rejects(Reason.FORM_MALFORMED, () -> parse("a=%ff"));
    }

    @Test
    void rejects_too_many_parameters() {
        rejects(Reason.FORM_TOO_LARGE, () -> parse("&a".repeat(1) + "&x=1".repeat(40)));
    }

    @Test
    void finds_the_encrypted_response() {
        assertThat(parse("response=a.b.c.d.e&unknown=1").walletMessage())
                .isEqualTo(new WalletMessage.Encrypted("a.b.c.d.e"));
    }

    @Test
    void finds_a_plain_error() {
        assertThat(parse("error=access_denied&state=s").walletMessage())
                .isInstanceOfSatisfying(
                        WalletMessage.PlainError.class,
                        error -> assertThat(error.payload().requireState("s").response())
                                .isEqualTo(new AuthorizationResponse.Failed(WalletError.ACCESS_DENIED)));
    }

    @Test
    void rejects_plain_vp_token() {
        rejects(
                Reason.RESPONSE_NOT_ENCRYPTED,
                () -> parse("vp_token=%7B%7D&state=s").walletMessage());
        rejects(
                Reason.RESPONSE_NOT_ENCRYPTED,
                () -> parse("vp_token=%7B%7D&response=x").walletMessage());
    }

    @Test
    void rejects_neither_and_both() {
        rejects(Reason.RESPONSE_MISSING, () -> parse("state=s").walletMessage());
        rejects(Reason.RESPONSE_AMBIGUOUS, () -> parse("response=x&error=y").walletMessage());
    }

    @Test
    void shows_no_parameter() {
        assertThat(parse("response=secret").toString()).doesNotContain("secret");
        assertThat(parse("response=secret").walletMessage().toString()).doesNotContain("secret");
    }
}
